package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/document"
)

// factList holds the flags of the facts command.
type factList struct {
	selection
	articles, searches []string
	missing            string
	long               bool
	config             configuration
	outputs            []string
}

func newFacts() *cobra.Command {
	var l factList
	cmd := &cobra.Command{
		Use:   "facts",
		Short: "List the facts that can be given, with the question that each answers",
		Long: `facts lists what can stand in a file of facts, one line each: the path, the kind of
answer with its unit, how the fact is known, the provisions that read it, and the
question.

A fact is observed if anybody can see it, recorded if it stands in somebody's
records, and judged if it is a legal conclusion itself.`,
		Example: `  evaluate facts --article 28
  evaluate facts --search minor --long
  evaluate facts --missing facts.yaml -o json`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return l.run(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&l.articles, "article", nil, "only facts that these `PROVISIONS` read, such as 28 or 28(1)")
	flags.StringArrayVar(&l.searches, "search", nil, "only facts with this `WORD` in their path, question or description; given twice, with both")
	flags.StringVar(&l.missing, "missing", "", "only facts that the obligations wait for which this `FILE` leaves undetermined")
	flags.BoolVar(&l.long, "long", false, "with description, choices and example")
	outputFlag(cmd, &l.outputs, "text", "json")
	l.addFlags(cmd)
	l.config.serve(cmd, serving{except: exceptOwn, beside: func([]string) []string {
		if l.missing == "" {
			return nil
		}
		return []string{l.missing}
	}})
	return cmd
}

func (l *factList) run(ctx context.Context, stdin io.Reader, stdout io.Writer) error {
	outputs, err := outputsOf(l.outputs, textOrJSON)
	if err != nil {
		return err
	}
	eng, err := l.engine(ctx)
	if err != nil {
		return err
	}
	if err := provisions(eng, l.articles); err != nil {
		return err
	}
	catalogue := ask.NewCatalogue(eng.Schema(), eng.Obligations())
	list, err := l.chosen(ctx, eng, catalogue, stdin)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return document.Hinted(errors.New("no fact is like that"), "evaluate facts --search with one word, or evaluate obligations for the provisions")
	}
	return writeList(outputs, stdout, list, func(w io.Writer) error {
		if l.long {
			return writeFactsLong(w, list)
		}
		return writeFacts(w, list)
	})
}

// chosen are the facts that the flags leave.
func (l *factList) chosen(ctx context.Context, eng *engine.Engine, catalogue *ask.Catalogue, stdin io.Reader) ([]ask.Fact, error) {
	list := catalogue.Facts()
	if l.missing != "" {
		documents, err := readAll(eng, []string{l.missing}, stdin, os.Stderr)
		if err != nil {
			return nil, err
		}
		list = nil
		for _, document := range documents {
			judged, err := eng.Evaluate(ctx, document)
			if err != nil {
				return nil, err
			}
			for _, s := range catalogue.Remaining(judged, false) {
				list = append(list, s.Facts...)
			}
		}
	}
	return slices.DeleteFunc(list, func(f ask.Fact) bool {
		of := len(l.articles) == 0 || slices.ContainsFunc(l.articles, f.Of)
		return !of || slices.ContainsFunc(l.searches, func(word string) bool { return !f.Search(word) })
	}), nil
}

// writeFacts writes a line for each fact; the question comes last.
func writeFacts(w io.Writer, list []ask.Fact) error {
	table := columns.New("")
	for _, f := range list {
		kind := string(f.Kind)
		if f.Unit != "" {
			kind += " of " + f.Unit
		}
		table.Row(f.Path, kind, f.Nature, short(f), f.Question)
	}
	return table.Write(w, widthOf(w))
}

// short names a few of the provisions that read a fact.
func short(f ask.Fact) string {
	const few = 2
	switch articles := f.Articles; {
	case ask.InScope(f.Pointer):
		return "all: it decides which apply"
	case len(articles) == 0:
		return "-"
	case len(articles) <= few:
		return strings.Join(articles, ", ")
	default:
		return fmt.Sprintf("%s and %d more", strings.Join(articles[:few], ", "), len(articles)-few)
	}
}

// writeFactsLong writes a paragraph for each fact.
func writeFactsLong(w io.Writer, list []ask.Fact) error {
	for i, f := range list {
		if i > 0 {
			fmt.Fprintln(w)
		}
		fmt.Fprintf(w, "%s\n  %s\n  %s\n", f.Path, f.Question, wrap(f.Description, "  "))
		fmt.Fprintf(w, "  answer: %s; %s\n", f.Answer(), f.Nature)
		for _, c := range f.Choices {
			if c.Meaning != "" {
				fmt.Fprintf(w, "    %s: %s\n", c.Word, c.Meaning)
			}
		}
		if example := f.ShownExample(); example != "" {
			fmt.Fprintf(w, "  example: %s\n", example)
		}
		if read := f.ReadBy(); read != "" {
			if _, err := fmt.Fprintf(w, "  read by: %s\n", wrap(read, "    ")); err != nil {
				return err
			}
		}
	}
	return nil
}

// wrap breaks a text so that it is read without scrolling sideways.
func wrap(text, indent string) string {
	const width = 96
	var b strings.Builder
	length := len(indent)
	for i, word := range strings.Fields(text) {
		switch {
		case i == 0:
		case length+1+len(word) > width:
			b.WriteString("\n" + indent)
			length = len(indent)
		default:
			b.WriteByte(' ')
			length++
		}
		b.WriteString(word)
		length += len(word)
	}
	return b.String()
}
