package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// gitHubStream writes workflow commands, which GitHub Actions shows at the lines of
// the fact file: a finding by the law is an error, one that also rests on a
// parameter or a reading a warning, a waived one and one that has ended a notice. All undetermined obligations of a
// report are one notice, as GitHub shows ten of a kind per step and no more. Facts that
// could not be judged are errors.
type gitHubStream struct{ w *bufio.Writer }

func newGitHub(w io.Writer, _ writeOptions) stream { return gitHubStream{bufio.NewWriter(w)} }

func (s gitHubStream) add(r *report.Report) error {
	for _, o := range r.With(report.Breach) {
		for _, f := range o.Findings {
			annotate(s.w, r, o, f)
		}
	}
	if open := r.With(report.Undetermined); len(open) > 0 {
		writing.Annotate(s.w, writing.Annotation{
			Level: "notice", File: r.File(),
			Title:   writing.Count(len(open), "obligation is", "obligations are") + " undetermined",
			Message: undeterminedText(r, open),
		})
	}
	if doubts := r.Doubts(); len(doubts) > 0 {
		writing.Annotate(s.w, writing.Annotation{
			Level: "warning", File: r.File(),
			Title:   "The amounts at stake may be wrong",
			Message: strings.Join(doubts, "\n"),
		})
	}
	if sentence := words.AtStake(r); sentence != "" {
		fmt.Fprintf(s.w, "fine: %s\n", writing.OneLine(sentence))
	}
	fmt.Fprintf(s.w, "%s\n%s\n", writing.OneLine(words.MadeFrom(r)), totals(r.Summary))
	return s.w.Flush()
}

func (s gitHubStream) refuse(list []report.Unusable) error {
	for _, u := range list {
		message := u.Message
		if u.Hint != "" {
			message += "\nhint: " + u.Hint
		}
		writing.Annotate(s.w, writing.Annotation{
			Level: "error", File: u.File, Line: u.Line, Column: u.Column, Title: "Facts that cannot be used", Message: message,
		})
	}
	return s.w.Flush()
}

func (s gitHubStream) close() error { return s.w.Flush() }

// maxOpen is how many undetermined obligations one notice names.
const maxOpen = 40

func undeterminedText(r *report.Report, open []report.Obligation) string {
	lines := []string{writing.OneLine(subject(r)) + ", on " + string(r.AssessmentDate)}
	for i, o := range open {
		if i == maxOpen {
			lines = append(lines, fmt.Sprintf("and %d more", len(open)-maxOpen))
			break
		}
		lines = append(lines, words.Provision(o.Article, o.Origin)+" ["+o.ID+"] waits for "+
			joined(o.Missing, ", ", func(m report.Missing) string { return words.Fact(m.Pointer) }))
	}
	return strings.Join(lines, "\n")
}

func annotate(w io.Writer, r *report.Report, o report.Obligation, f report.Finding) {
	level, title := "error", words.Provision(o.Article, o.Origin)+" "+o.Title
	if f.Basis != report.Law && f.Basis != report.House {
		level = "warning"
	}
	if f.Ended() {
		level, title = "notice", "Ended: "+title
	}
	message := []string{words.Finding(f)}
	if w := o.WaiverOf(f); w != nil {
		level, title = "notice", "Waived: "+title
		message = append(message, "waived: "+words.Waiver(*w))
	}
	for _, e := range f.Evidence {
		message = append(message, words.Evidence(r.File(), e))
	}
	message = append(message, words.Grounds(f)...)
	if remedy := o.RemedyOf(f); remedy != "" {
		message = append(message, "what ends it: "+remedy)
	}
	message = append(message, "["+o.ID+"]")
	var at report.Evidence
	if len(f.Evidence) > 0 {
		at = f.Evidence[0]
	}
	writing.Annotate(w, writing.Annotation{
		Level: level, File: r.File(), Line: at.Line, Column: at.Column, Title: title, Message: strings.Join(message, "\n"),
	})
}
