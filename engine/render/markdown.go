package render

import (
	"fmt"
	"io"
	"math"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// markdownStream writes reports that fit a comment on a pull request: totals of all
// reports and, folded, what they rest on, then per report the breaches, the money,
// the next questions, the stress test and the context. What does not fit is left out from the end, and a note says
// how much. The totals stand first and grow to the last, so that the three parts are
// made side by side.
type markdownStream struct {
	w                        io.Writer
	limit, questions         int
	totals, provenance, body markdown
	n                        int
	first                    *report.Report // whose body waits for whether there are others
}

// newMarkdown has the size of a comment.
func newMarkdown(w io.Writer, _ writeOptions) stream {
	return newMarkdownOf(w, writing.CommentLimit, commentQuestions)
}

// newGitHubSummary is Markdown with all questions, what their answers decide and with the size that a
// job summary of GitHub Actions may have, 1 MiB.
func newGitHubSummary(w io.Writer, _ writeOptions) stream {
	return newMarkdownOf(w, writing.SummaryLimit, math.MaxInt)
}

func newMarkdownOf(w io.Writer, limit, questions int) stream {
	part := func() markdown { return markdown{writing.NewBudget(limit), questions} }
	s := &markdownStream{w: w, limit: limit, questions: questions, totals: part(), provenance: part(), body: part()}
	s.totals.Head("# DSA evaluation\n\n| Service | Date | Breach | Compliant | Undetermined | Not applicable |\n|---|---|--:|--:|--:|--:|\n")
	return s
}

func (s *markdownStream) add(r *report.Report) error {
	s.n++
	s.totals.total(r)
	s.provenance.rests(r, s.n == 1)
	if s.n == 1 {
		s.first = r
		return nil
	}
	if s.n == 2 {
		s.body.report(s.first, true)
		s.first = nil
	}
	s.body.report(r, true)
	return nil
}

func (s *markdownStream) refuse(list []report.Unusable) error {
	for _, u := range list {
		s.totals.Add("problems", func() string {
			return fmt.Sprintf("| **not judged:** %s: %s | | | | | |\n", writing.MarkdownCode(u.Place()), writing.MarkdownText(writing.Clip(u.Message, writing.MaxValue)))
		})
	}
	return nil
}

func (s *markdownStream) close() error {
	if s.first != nil {
		s.body.report(s.first, false)
	}
	if s.n > 0 {
		s.provenance.Head("\n</details>\n")
	}
	all := writing.NewBudget(s.limit)
	all.Append(s.totals.Budget)
	all.Append(s.provenance.Budget)
	all.Append(s.body.Budget)
	_, err := io.WriteString(s.w, all.String())
	return err
}

type markdown struct {
	*writing.Budget
	questions int // how many are asked, per report
}

func (m markdown) report(r *report.Report, several bool) {
	if several {
		m.Head(fmt.Sprintf("\n## %s, on %s\n", writing.MarkdownText(writing.Clip(subject(r), writing.MaxValue)), r.AssessmentDate))
	}
	m.breaches(r, "Breaches", breaches(r, false))
	m.breaches(r, "Breaches that have ended", breaches(r, true))
	m.fine(r)
	m.undetermined(r)
	m.stressTest(r)
	m.speaksAgainst(r)
	m.setAside(r)
	m.context(r)
}

func (m markdown) total(r *report.Report) {
	s := r.Summary
	m.Add("services", func() string {
		return fmt.Sprintf("| %s | %s | %d%s | %d | %d | %d |\n",
			writing.MarkdownText(writing.Clip(subject(r), writing.MaxValue)), r.AssessmentDate, s.Breach, ofWhichEnded(s), s.Compliant, s.Undetermined, s.NotApplicable)
	})
}

func (m markdown) breaches(r *report.Report, heading string, list []report.Obligation) {
	if len(list) == 0 {
		return
	}
	m.Head("\n### " + heading + "\n")
	for _, o := range list {
		m.Add("breaches", func() string {
			head := fmt.Sprintf("\n**%s %s** %s", writing.MarkdownText(words.Provision(o.Article, o.Origin)), writing.MarkdownText(o.Title), writing.MarkdownCode(o.ID))
			if o.Basis != report.Law {
				head += ", " + words.Breach(o)
			}
			if said := words.StandsOn(o); said != "" {
				head += ", " + said
			}
			if o.Waiver != nil {
				head += "\n\n_Waived:_ " + writing.MarkdownText(writing.Clip(words.Waiver(*o.Waiver), writing.MaxValue))
			}
			return head + "\n\n"
		})
		for i, f := range o.Findings {
			m.Add("findings", func() string {
				text := markdownFinding(r, f)
				if remedy := o.RemedyAfter(i); remedy != "" {
					text += "  - what ends it: " + writing.MarkdownText(remedy) + "\n"
				}
				if f.Waiver != nil && o.Waiver == nil {
					text += "  - _waived:_ " + writing.MarkdownText(writing.Clip(words.Waiver(*f.Waiver), writing.MaxValue)) + "\n"
				}
				return text
			})
		}
	}
}

func (m markdown) fine(r *report.Report) {
	sentence, doubts := words.AtStake(r), r.Doubts()
	if sentence == "" && len(doubts) == 0 {
		return
	}
	m.Head("\n### Fine\n\n")
	if sentence != "" {
		m.Add("amounts", func() string { return writing.MarkdownText(sentence) + "\n" })
	}
	for _, doubt := range doubts {
		m.Add("doubts", func() string { return "\n- doubt: " + writing.MarkdownText(doubt) + "\n" })
	}
}

func (m markdown) speaksAgainst(r *report.Report) {
	list := r.Doubted()
	if len(list) == 0 {
		return
	}
	m.Head("\n### Speaks against: observed, decides nothing\n\n")
	for _, o := range list {
		m.Add("observations", func() string {
			return fmt.Sprintf("- %s %s (%s): %s\n", writing.MarkdownText(words.Provision(o.Article, o.Origin)), writing.MarkdownCode(o.ID), writing.MarkdownText(words.Verdict(o.Verdict)),
				joined(o.SpeaksAgainst, "; ", func(d report.Doubt) string { return writing.MarkdownText(words.Doubt(d)) }))
		})
	}
}

func (m markdown) setAside(r *report.Report) {
	if len(r.SetAside) == 0 {
		return
	}
	m.Head("\n### Set aside: given, but treated as missing\n\n")
	for _, s := range r.SetAside {
		m.Add("facts set aside", func() string {
			return fmt.Sprintf("- %s %s = %s: %s\n", writing.MarkdownCode(words.PlaceAside(r.File(), s)),
				writing.MarkdownCode(words.Fact(s.Pointer)), writing.MarkdownCode(words.Literal(s.Value)), writing.MarkdownText(s.Why))
		})
	}
}

func (m markdown) stressTest(r *report.Report) {
	var ahead []report.Obligation
	for _, o := range r.Waiting() {
		if o.Ahead() {
			ahead = append(ahead, o)
		}
	}
	if len(ahead) == 0 {
		return
	}
	m.Head("\n### Stress test: would be breached if they applied\n\n")
	for _, o := range ahead {
		from := "an unknown day"
		if o.AppliesFrom != nil {
			from = string(*o.AppliesFrom)
		}
		m.Add("stress test", func() string {
			return fmt.Sprintf("- %s %s, applies from %s %s: %s\n",
				writing.MarkdownText(words.Provision(o.Article, o.Origin)), writing.MarkdownText(o.Title), from, writing.MarkdownCode(o.ID), markdownFindings(o.Findings))
		})
	}
}

func (m markdown) context(r *report.Report) {
	first := true
	for _, c := range r.Context {
		if c.State != report.Noted {
			continue
		}
		if first {
			m.Head("\n### Context: worth knowing, no breach by itself\n\n")
			first = false
		}
		m.Add("context", func() string {
			return fmt.Sprintf("- %s %s %s: %s\n", writing.MarkdownText(words.Provision(c.Article, c.Origin)), writing.MarkdownText(c.Title), writing.MarkdownCode(c.ID), markdownFindings(c.Findings))
		})
	}
}

// rests says what a report rests on.
func (m markdown) rests(r *report.Report, first bool) {
	if first {
		m.Head("\n<details><summary>What this rests on</summary>\n\n")
	}
	for _, made := range words.MadeOf(r) {
		m.Add("provenance", func() string { return "- " + markdownMade(made) + "\n" })
	}
}

// markdownMade says one of the things that a report was made from.
func markdownMade(m words.Made) string {
	said := writing.MarkdownText(m.Part)
	if m.Name != "" {
		said += " " + writing.MarkdownCode(m.Name)
	}
	if m.Said != "" {
		said += ": " + writing.MarkdownText(m.Said)
	}
	if m.SHA256 != "" {
		said += ", SHA-256 " + writing.MarkdownCode(m.SHA256)
	}
	return said
}
