package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factfile"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// asking holds the flags of the ask command.
type asking struct {
	selection
	articles, sections []string
	count              int
	config             configuration
	outputs            []string
	interactive        bool
	source             string
	sourceDate         string
	status             string
}

func newAsk() *cobra.Command {
	var a asking
	cmd := &cobra.Command{
		Use:   "ask FACTS",
		Short: "Ask for the facts that decide most, and write the answers into the file",
		Long: `ask shows the questions that the undetermined obligations leave open, best first:
those whose answers settle most or bring most nearer to a verdict. Questions that
decide whether an obligation applies come before what they decide about.

In a terminal, or with --interactive, it asks them one by one, judges again after
each answer, and shows which verdicts have fallen into place. Answers are written
into the file at once; comments and order stay. Instead of an answer you can type

  ?     you do not know: the question is passed over, and nothing is written
  na    this does not apply to you: the fact is written that says so or, where no
        fact does, null with a note
  why   what waits for the answer, and what each answer would do
  back  take the last answer back
  quit  stop; what is written stays

An answer can name its source and its day after a semicolon: "yes; interview with
the head of trust; 2026-11-03". --source names one for all answers.`,
		Example: `  evaluate ask facts.yaml
  evaluate ask facts.yaml --article 16 --article 20
  evaluate ask facts.yaml --count 3 -o json
  evaluate ask facts.yaml --interactive < answers.txt`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.run(cmd.Context(), args[0], cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
	flags := cmd.Flags()
	flags.StringSliceVar(&a.articles, "article", nil, "only questions that these `PROVISIONS` wait for, such as 28 or 28(1)")
	flags.StringSliceVar(&a.sections, "section", nil, "only questions of these `SECTIONS` of the file, such as minors")
	flags.IntVar(&a.count, "count", 10, "how many questions are listed or asked; 0 asks all")
	outputFlag(cmd, &a.outputs, "text", "json")
	flags.BoolVar(&a.interactive, "interactive", false, "ask one by one even where standard input is no terminal")
	flags.StringVar(&a.source, "source", "", "where the answers come from, as title of a source: \"Interview with the head of trust\"")
	flags.StringVar(&a.sourceDate, "source-date", "", "the day of that source, YYYY-MM-DD")
	flags.StringVar(&a.status, "status", "", "who established the answers, such as documented or self_declared; see docs/status.md")
	a.addFlags(cmd)
	a.config.serve(cmd, serving{except: exceptOwn})
	return cmd
}

func (a *asking) run(ctx context.Context, name string, stdin io.Reader, stdout io.Writer) error {
	outputs, err := outputsOf(a.outputs, textOrJSON)
	if err != nil {
		return err
	}
	if name == "-" {
		return document.Hinted(errors.New("ask writes answers into the file, and - is none"), "evaluate ask facts.yaml")
	}
	content, err := readDocument(name)
	if err != nil {
		return err
	}
	eng, err := a.engine(ctx)
	if err != nil {
		return err
	}
	catalogue := ask.NewCatalogue(eng.Schema(), eng.Obligations())
	if err := cmp.Or(provisions(eng, a.articles), a.known(catalogue)); err != nil {
		return err
	}
	file, err := factfile.Open(filepath.ToSlash(name), content)
	if err != nil {
		return err
	}
	judged, err := judgedFile(ctx, eng, file)
	if err != nil {
		return err
	}
	s := &interview{asking: a, engine: eng, catalogue: catalogue, path: name, skipped: map[string]bool{}, file: file, report: judged}
	listed := len(a.outputs) != 1 || a.outputs[0] != "text"
	if talk := newDialogue(stdin, stdout, a.interactive); talk != nil && !listed {
		s.dialogue = talk
		return s.hold(ctx)
	}
	steps := s.next(a.count)
	return writeList(outputs, stdout, steps, func(w io.Writer) error { return s.list(w, steps) })
}

// known refuses sections and statuses that there are not.
func (a *asking) known(catalogue *ask.Catalogue) error {
	var sections []string
	for _, f := range catalogue.Facts() {
		if len(sections) == 0 || sections[len(sections)-1] != f.Section {
			sections = append(sections, f.Section)
		}
	}
	for _, section := range a.sections {
		if err := oneOf("section", "section", section, sections...); err != nil {
			return err
		}
	}
	if err := document.CheckDay(a.sourceDate); a.sourceDate != "" && err != nil {
		return fmt.Errorf("--source-date: %w", err)
	}
	if a.status == "" {
		return nil
	}
	return oneOf("status", "status", a.status, vocabulary.Texts(report.Statuses())...)
}

// interview is one run of questions and answers about a file.
type interview struct {
	*asking
	*dialogue
	engine    *engine.Engine
	catalogue *ask.Catalogue
	path      string
	skipped   map[string]bool
	file      *factfile.File
	report    *report.Report
	past      []moment
}

// moment is what back goes back to.
type moment struct {
	pointer string
	file    *factfile.File
	report  *report.Report
	skipped bool // the question was passed over
}

// next are the best questions within what was asked for.
func (s *interview) next(count int) []ask.Step {
	return s.catalogue.Next(s.report, ask.Options{Count: count, Skipped: s.skipped, Only: func(f ask.Fact) bool {
		of := len(s.articles) == 0 || slices.ContainsFunc(s.articles, f.Of) || s.gates(f.Pointer)
		return of && (len(s.sections) == 0 || slices.Contains(s.sections, f.Section))
	}})
}

// gates reports whether an obligation of the chosen provisions waits for a fact to
// know whether it applies.
func (s *interview) gates(pointer string) bool {
	for _, o := range s.report.Obligations {
		waits := slices.ContainsFunc(o.Missing, func(m report.Missing) bool { return m.Pointer == pointer })
		if waits && slices.ContainsFunc(s.articles, (ask.Fact{Articles: []string{o.Article}}).Of) {
			return true
		}
	}
	return false
}

// list writes questions for who cannot or will not be asked one by one.
func (s *interview) list(w io.Writer, steps []ask.Step) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", s.standing())
	if len(steps) == 0 {
		b.WriteString("nothing is left to ask that would settle a verdict\n")
	}
	for i, step := range steps {
		fmt.Fprintf(&b, "%2d. %s\n    %s; %s\n    %s\n", i+1, wrap(step.Question, "    "), step.Answer(), step.Path, wrap(promise(step), "    "))
	}
	_, err := io.WriteString(w, writing.HarmlessLines(b.String()))
	return err
}

// standing says how far the verdicts are.
func (s *interview) standing() string {
	sum := s.report.Summary
	return fmt.Sprintf("%d breach, %d compliant, %d undetermined, %d not applicable", sum.Breach, sum.Compliant, sum.Undetermined, sum.NotApplicable)
}

// promise says what an answer does.
func promise(s ask.Step) string {
	what := "waits"
	if s.Waits != 1 {
		what = "wait"
	}
	text := fmt.Sprintf("%s %s for it", plural(s.Waits, "obligation"), what)
	if s.Gate {
		text += ", to know whether it applies"
		if s.Waits != 1 {
			text = strings.TrimSuffix(text, "it applies") + "they apply"
		}
	}
	switch {
	case s.Best == 0:
		return text + "; an answer brings verdicts nearer"
	case len(s.Outcomes) == 1 && (s.Kind == report.Flag || s.Kind == report.Word):
		return fmt.Sprintf("%s; %s settles %d", text, shownAnswer(s.Outcomes[0].Answer), s.Best)
	}
	return fmt.Sprintf("%s; an answer may settle %d", text, s.Best)
}
