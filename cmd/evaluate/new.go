package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/draft"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
)

// drafting holds the flags of the new command.
type drafting struct {
	dir                                        string
	o                                          draft.Obligation
	kind, addressee, exemption, start, penalty string
	supervisedBy                               string
	fact                                       string
	newFact                                    draft.NewFact
}

func newNew() *cobra.Command {
	var d drafting
	cmd := &cobra.Command{
		Use:   "new ID",
		Short: "Write a new obligation: its rules and its cases",
		Long: `new writes the two files of an obligation: rules with the metadata filled in, and
cases. They load and pass as they stand; say then when it is breached, and add
cases. With a fact that the schema does not know it adds that to the schema of
the section, or writes one. No file is ever overwritten.

The ID begins with a word of your house: house.signed. Without --fact the
obligation turns on a new flag, extensions.house.signed. In the policies of the
Regulation the ID is that of a provision, dsa.art16.6, and what its articles have
in common is filled in.`,
		Example: `  evaluate new house.signed --title "Reports are signed by a person"
  evaluate new house.fast --fact reporting_pipeline.notice_backlog_oldest_days
  evaluate new house.replies --new-fact replies_missing_count --type count --unit replies
  evaluate new dsa.art16.7 --dir policies --fact reporting_pipeline.notice_mechanism_exists --words "key phrase"`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			d.o.ID = args[0]
			return d.write(cmd.Context(), cmd.OutOrStdout())
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&d.dir, "dir", ".", "directory of policies")
	flags.StringVar(&d.o.Title, "title", "", "what is so where the obligation is kept, in a sentence without full stop")
	flags.StringVar(&d.o.Description, "description", "", "what the provision asks, in one or two sentences")
	flags.StringVar(&d.o.Article, "article", "", "the provision as lawyers cite it, such as 16(6)")
	flags.StringVar(&d.o.Link, "link", "", "where the text of the provision can be read")
	flags.StringVar(&d.o.From, "from", "", "a later first day, YYYY-MM-DD")
	flags.StringVar(&d.o.Words, "words", "", "the key phrase of the provision on which the finding rests")
	flags.StringVar(&d.fact, "fact", "", "the fact on which the obligation turns, as a dotted path; evaluate schema prints all of them")
	flags.StringVar(&d.newFact.Name, "new-fact", "", "a fact that the schema does not know yet; in the policies of the Regulation with its section: terms.readable")
	flags.StringVar(&d.newFact.Type, "type", "flag", "of the new fact: flag, count, quantity or percent")
	flags.StringVar(&d.newFact.Unit, "unit", "", "of the new fact, if it is a number: what is counted or measured")
	flags.StringVar(&d.newFact.Description, "fact-description", "", "what exactly the new fact says, in a sentence")
	word := func(into *string, name, usage string) {
		words := vocabulary.Of(name)
		flag := strings.ReplaceAll(name, "_", "-")
		flags.StringVar(into, flag, "", usage+": "+strings.Join(words, ", "))
		complete(cmd, flag, words...)
	}
	word(&d.kind, "kind", "which part the provision plays")
	word(&d.addressee, "addressee", "whom it addresses")
	word(&d.exemption, "exemption", "the paragraph that frees micro and small enterprises")
	word(&d.start, "start", "from when it applies")
	word(&d.penalty, "penalty", "the cap that a breach can attract")
	word(&d.supervisedBy, "supervised_by", "who enforces it")
	exclusive(cmd, "fact", "new-fact")
	return cmd
}

func (d *drafting) write(ctx context.Context, stdout io.Writer) error {
	if err := d.complete(); err != nil {
		return err
	}
	folder, err := openFolder(d.dir)
	if err != nil {
		return err
	}
	if err := folder.free(d.o.Path()); err != nil {
		return err
	}
	schema, err := d.schemaFile(folder)
	if err != nil {
		return err
	}
	if d.o.Fact.Field, err = folder.field(d.o.Fact.Path, schema); err != nil {
		return err
	}
	files, err := d.o.Files()
	if err != nil {
		return err
	}
	written, err := folder.write(files, schema)
	if err != nil {
		return err
	}
	cases, err := folder.verify(ctx, d.o.ID, schema)
	if err != nil {
		folder.undo(written)
		return fmt.Errorf("nothing was written: %w", err)
	}
	for _, w := range written {
		fmt.Fprintln(stdout, w.name)
	}
	d.next(stdout, folder, cases)
	return nil
}

// next says what the author does with what was written.
func (d *drafting) next(w io.Writer, folder *folder, cases int) {
	if cases == 0 {
		fmt.Fprintf(w, "\nThe schema is built in: go generate ./... and go test ./policies take the new fact up.\n")
		return
	}
	fmt.Fprintf(w, "\n%s pass. Write when it is breached, add cases, and run\n  evaluate test %s\n", plural(cases, "case"), folder.shown())
}

// complete checks the words of the flags and puts them into the draft.
func (d *drafting) complete() error {
	ofLaw := holdsLaw(d.dir)
	if err := draft.CheckID(d.o.ID, ofLaw); err != nil {
		return err
	}
	for name, value := range map[string]string{
		"kind": d.kind, "addressee": d.addressee, "exemption": d.exemption, "start": d.start, "penalty": d.penalty, "supervised_by": d.supervisedBy,
	} {
		if value == "" {
			continue
		}
		if err := oneOf(strings.ReplaceAll(name, "_", "-"), "choice", value, vocabulary.Of(name)...); err != nil {
			return err
		}
	}
	d.o.Kind, d.o.Addressee, d.o.Exemption = report.Kind(d.kind), report.Addressee(d.addressee), policy.Exemption(d.exemption)
	d.o.Start, d.o.Penalty, d.o.SupervisedBy = policy.Start(d.start), report.Penalty(d.penalty), policy.Supervisor(d.supervisedBy)
	d.o.Fact.Path = d.fact
	switch {
	case ofLaw && d.o.Words == "":
		return fmt.Errorf("--words is missing: the finding of an obligation of the Regulation names the key phrase on which it rests")
	case ofLaw && d.fact == "" && d.newFact.Name == "":
		return document.Hinted(errors.New("no fact is named"), "--fact PATH; evaluate schema prints all of them")
	case d.fact != "":
		return nil
	}
	return d.completeFact(ofLaw)
}

// completeFact names the new fact: below extensions where it is one of the house.
func (d *drafting) completeFact(ofLaw bool) error {
	words := strings.Split(d.o.ID, ".")
	section := "extensions." + words[0]
	name := d.newFact.Name
	if ofLaw {
		var found bool
		if section, name, found = strings.Cut(name, "."); !found {
			return fmt.Errorf("--new-fact is %q; expected the section too, such as terms.%s", d.newFact.Name, d.newFact.Name)
		}
	} else if name == "" {
		name = words[len(words)-1]
	}
	d.newFact.Name = name
	d.o.Fact.Path = section + "." + name
	if d.newFact.Description == "" {
		d.newFact.Description = "Say here exactly what is meant, and what is not."
		if d.o.Title != "" && d.newFact.Type == "flag" {
			d.newFact.Description = "Whether this is so: " + d.o.Title + "."
		}
	}
	return d.newFact.Check()
}

// schemaFile is the file that gains the new fact; nil where the fact is known.
func (d *drafting) schemaFile(f *folder) (*schemaFile, error) {
	if d.fact != "" {
		return nil, nil
	}
	section := strings.TrimPrefix(d.o.Fact.Path[:strings.LastIndexByte(d.o.Fact.Path, '.')], "extensions.")
	return f.schema(path.Join("schemas", section+".schema.json"), section, d.newFact)
}
