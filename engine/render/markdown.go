package render

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/engine/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// commentFacts is how many missing facts a comment lists: those that decide
// most, as nobody scrolls through hundreds below a pull request.
const commentFacts = 20

// Markdown writes a report that fits a comment on a pull request: totals of all
// reports and what they rest on, then per report the breaches, the facts to ask
// for, the stress test and the context. What does not fit is left out from the end, and a note says
// how much.
func Markdown(w io.Writer, reports ...*report.Report) error {
	return writeMarkdown(w, markdown{writing.NewBudget(writing.CommentLimit), commentFacts}, reports)
}

// GitHubSummary is Markdown with all facts to ask for and with the size that a
// job summary of GitHub Actions may have, 1 MiB.
func GitHubSummary(w io.Writer, reports ...*report.Report) error {
	return writeMarkdown(w, markdown{writing.NewBudget(writing.SummaryLimit), math.MaxInt}, reports)
}

func writeMarkdown(w io.Writer, m markdown, reports []*report.Report) error {
	m.totals(reports)
	m.provenance(reports)
	for _, r := range reports {
		if len(reports) > 1 {
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
	_, err := io.WriteString(w, m.String())
	return err
}

type markdown struct {
	*writing.Budget
	facts int // how many missing facts are listed, per report
}

func (m markdown) totals(reports []*report.Report) {
	m.Head("# DSA evaluation\n\n| Service | Date | Breach | Compliant | Undetermined | Not applicable |\n|---|---|--:|--:|--:|--:|\n")
	for _, r := range reports {
		s := r.Summary
		m.Add("services", func() string {
			return fmt.Sprintf("| %s | %s | %d%s | %d | %d | %d |\n",
				writing.MarkdownText(writing.Clip(subject(r), writing.MaxValue)), r.AssessmentDate, s.Breach, ofWhichEnded(s), s.Compliant, s.Undetermined, s.NotApplicable)
		})
	}
}

func (m markdown) breaches(r *report.Report, heading string, list []report.Obligation) {
	if len(list) == 0 {
		return
	}
	m.Head("\n### " + heading + "\n")
	for _, o := range list {
		m.Add("breaches", func() string {
			head := fmt.Sprintf("\n**%s %s** %s", writing.MarkdownText("Art. "+o.Article), writing.MarkdownText(o.Title), writing.MarkdownCode(o.ID))
			if o.Basis != report.Law {
				head += ", " + breachWords(o)
			}
			if said := standsOn(o); said != "" {
				head += ", " + said
			}
			if o.Waiver != nil {
				head += "\n\n_Waived:_ " + writing.MarkdownText(writing.Clip(waiverText(*o.Waiver), writing.MaxValue))
			}
			return head + "\n\n"
		})
		for i, f := range o.Findings {
			m.Add("findings", func() string {
				text := mdFinding(r, f)
				if remedy := remedyAfter(o, i); remedy != "" {
					text += "  - what ends it: " + writing.MarkdownText(remedy) + "\n"
				}
				if f.Waiver != nil && o.Waiver == nil {
					text += "  - _waived:_ " + writing.MarkdownText(writing.Clip(waiverText(*f.Waiver), writing.MaxValue)) + "\n"
				}
				return text
			})
		}
	}
}

func (m markdown) fine(r *report.Report) {
	sentence, doubts := stakeText(r), doubtsOf(r)
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
	list := doubted(r)
	if len(list) == 0 {
		return
	}
	m.Head("\n### Speaks against: observed, decides nothing\n\n")
	for _, o := range list {
		m.Add("observations", func() string {
			return fmt.Sprintf("- %s %s (%s): %s\n", writing.MarkdownText("Art. "+o.Article), writing.MarkdownCode(o.ID), writing.MarkdownText(words.Verdict(o.Verdict)),
				joined(o.SpeaksAgainst, "; ", func(d report.Doubt) string { return writing.MarkdownText(doubtText(d)) }))
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
			return fmt.Sprintf("- %s %s = %s: %s\n", writing.MarkdownCode(fmt.Sprintf("%s:%d:%d", factFile(r), s.Line, s.Column)),
				writing.MarkdownCode(words.Fact(s.Pointer)), writing.MarkdownCode(valueText(s.Value)), writing.MarkdownText(s.Why))
		})
	}
}

func mdFinding(r *report.Report, f report.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "- %s\n", writing.MarkdownText(findingText(f)))
	for _, e := range f.Evidence {
		fmt.Fprintf(&b, "  - %s %s = %s", writing.MarkdownCode(place(factFile(r), e)), writing.MarkdownCode(words.Fact(e.Pointer)), writing.MarkdownCode(valueText(e.Value)))
		if origin := originText(e); origin != "" {
			fmt.Fprintf(&b, " (%s)", writing.MarkdownText(writing.Clip(origin, writing.MaxValue)))
		}
		b.WriteByte('\n')
	}
	for _, line := range groundLines(f) {
		fmt.Fprintf(&b, "  - %s\n", writing.MarkdownText(line))
	}
	return b.String()
}

func mdFindings(findings []report.Finding) string {
	return joined(findings, "; ", func(f report.Finding) string { return writing.MarkdownText(findingText(f)) })
}

// undetermined lists the facts to ask for, those first that most obligations
// wait for.
func (m markdown) undetermined(r *report.Report) {
	open := withVerdict(r, report.Undetermined)
	if len(open) == 0 {
		return
	}
	facts := wantedFacts(open)
	m.Head(fmt.Sprintf("\n### Facts to ask for\n\n%s for %s; what decides most comes first.\n\n| Fact | Decides |\n|---|---|\n",
		writing.Count(len(open), "obligation waits", "obligations wait"), writing.Count(len(facts), "fact", "facts")))
	for _, fact := range facts[:min(len(facts), m.facts)] {
		m.Add("facts to ask for", func() string {
			return fmt.Sprintf("| %s | %s |\n", writing.MarkdownText(words.Fact(fact.pointer)), m.decides(fact))
		})
	}
	for _, o := range open {
		if o.Waiver != nil {
			m.Add("waivers", func() string {
				return fmt.Sprintf("\n_Waived:_ %s %s: %s\n", writing.MarkdownText("Art. "+o.Article), writing.MarkdownCode(o.ID), writing.MarkdownText(writing.Clip(waiverText(*o.Waiver), writing.MaxValue)))
			})
		}
	}
	if len(facts) > m.facts {
		m.Head(fmt.Sprintf("\nand %s, which `github-summary` and `text` list.\n", writing.Count(len(facts)-m.facts, "more fact", "more facts")))
	}
}

// maxConditions is how many things that one fact decides are said.
const maxConditions = 5

func (m markdown) decides(fact *wanted) string {
	list := fact.conditions[:min(len(fact.conditions), maxConditions)]
	text := joined(list, "<br>", func(c condition) string {
		return writing.MarkdownText("Art. "+shorten(c.articles)) + ": " + writing.MarkdownText(c.words)
	})
	if more := len(fact.conditions) - len(list); more > 0 {
		text += fmt.Sprintf("<br>and %d more", more)
	}
	return text
}

func (m markdown) stressTest(r *report.Report) {
	var ahead []report.Obligation
	for _, o := range withVerdict(r, report.NotApplicable) {
		if isAhead(o) && *o.IfApplicable == report.Breach {
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
			from = *o.AppliesFrom
		}
		m.Add("stress test", func() string {
			return fmt.Sprintf("- %s %s, applies from %s %s: %s\n",
				writing.MarkdownText("Art. "+o.Article), writing.MarkdownText(o.Title), from, writing.MarkdownCode(o.ID), mdFindings(o.Findings))
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
			return fmt.Sprintf("- %s %s %s: %s\n", writing.MarkdownText("Art. "+c.Article), writing.MarkdownText(c.Title), writing.MarkdownCode(c.ID), mdFindings(c.Findings))
		})
	}
}

func (m markdown) provenance(reports []*report.Report) {
	for i, r := range reports {
		if i == 0 {
			m.Head("\n")
			m.Add("provenance", func() string {
				return fmt.Sprintf("- %s, policies %s, parameters %s\n", writing.MarkdownText(r.Provenance.Engine),
					writing.MarkdownCode(r.Provenance.PoliciesSHA256), writing.MarkdownCode(r.Provenance.ParametersSHA256))
			})
		}
		for _, f := range r.Provenance.Facts {
			m.Add("provenance", func() string {
				return fmt.Sprintf("- facts %s, SHA-256 %s\n", writing.MarkdownCode(f.File), writing.MarkdownCode(f.SHA256))
			})
		}
	}
}
