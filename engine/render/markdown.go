package render

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// Sizes that GitHub takes. They are counted in bytes, which are never fewer
// than characters.
const (
	commentLimit = 65_536  // a comment on a pull request
	summaryLimit = 1 << 20 // the summary of a step
)

// commentFacts is how many missing facts a comment lists: those that decide
// most, as nobody scrolls through hundreds below a pull request.
const commentFacts = 20

// Markdown writes a report that fits a comment on a pull request: totals of all
// reports and what they rest on, then per report the breaches, the facts to ask
// for, the stress test and the context. What does not fit is left out from the end, and a note says
// how much.
func Markdown(w io.Writer, reports ...*engine.Report) error {
	return writeMarkdown(w, markdown{newBudget(commentLimit), commentFacts}, reports)
}

// GitHubSummary is Markdown with all facts to ask for and with the size that a
// job summary of GitHub Actions may have, 1 MiB.
func GitHubSummary(w io.Writer, reports ...*engine.Report) error {
	return writeMarkdown(w, markdown{newBudget(summaryLimit), math.MaxInt}, reports)
}

func writeMarkdown(w io.Writer, m markdown, reports []*engine.Report) error {
	m.totals(reports)
	m.provenance(reports)
	for _, r := range reports {
		if len(reports) > 1 {
			m.head(fmt.Sprintf("\n## %s, on %s\n", mdText(clip(subject(r), maxValue)), r.AssessmentDate))
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
	return m.writeTo(w)
}

type markdown struct {
	*budget
	facts int // how many missing facts are listed, per report
}

func (m markdown) totals(reports []*engine.Report) {
	m.head("# DSA evaluation\n\n| Service | Date | Breach | Compliant | Undetermined | Not applicable |\n|---|---|--:|--:|--:|--:|\n")
	for _, r := range reports {
		s := r.Summary
		m.add("services", func() string {
			return fmt.Sprintf("| %s | %s | %d%s | %d | %d | %d |\n",
				mdText(clip(subject(r), maxValue)), r.AssessmentDate, s.Breach, ofWhichEnded(s), s.Compliant, s.Undetermined, s.NotApplicable)
		})
	}
}

func (m markdown) breaches(r *engine.Report, heading string, list []engine.ObligationReport) {
	if len(list) == 0 {
		return
	}
	m.head("\n### " + heading + "\n")
	for _, o := range list {
		m.add("breaches", func() string {
			head := fmt.Sprintf("\n**%s %s** %s", mdText("Art. "+o.Article), mdText(o.Title), mdCode(o.ID))
			if o.Basis != policy.Law {
				head += ", " + breachWords(o)
			}
			if words := standsOn(o); words != "" {
				head += ", " + words
			}
			if o.Waiver != nil {
				head += "\n\n_Waived:_ " + mdText(clip(waiverText(*o.Waiver), maxValue))
			}
			return head + "\n\n"
		})
		for i, f := range o.Findings {
			m.add("findings", func() string {
				text := mdFinding(r, f)
				if remedy := remedyAfter(o, i); remedy != "" {
					text += "  - what ends it: " + mdText(remedy) + "\n"
				}
				if f.Waiver != nil && o.Waiver == nil {
					text += "  - _waived:_ " + mdText(clip(waiverText(*f.Waiver), maxValue)) + "\n"
				}
				return text
			})
		}
	}
}

func (m markdown) fine(r *engine.Report) {
	sentence, doubts := stakeText(r), doubtsOf(r)
	if sentence == "" && len(doubts) == 0 {
		return
	}
	m.head("\n### Fine\n\n")
	if sentence != "" {
		m.add("amounts", func() string { return mdText(sentence) + "\n" })
	}
	for _, doubt := range doubts {
		m.add("doubts", func() string { return "\n- doubt: " + mdText(doubt) + "\n" })
	}
}

func (m markdown) speaksAgainst(r *engine.Report) {
	list := doubted(r)
	if len(list) == 0 {
		return
	}
	m.head("\n### Speaks against: observed, decides nothing\n\n")
	for _, o := range list {
		m.add("observations", func() string {
			return fmt.Sprintf("- %s %s (%s): %s\n", mdText("Art. "+o.Article), mdCode(o.ID), mdText(reasonText(policy.Reason(o.Verdict))),
				joined(o.SpeaksAgainst, "; ", func(d engine.Doubt) string { return mdText(doubtText(d)) }))
		})
	}
}

func (m markdown) setAside(r *engine.Report) {
	if len(r.SetAside) == 0 {
		return
	}
	m.head("\n### Set aside: given, but treated as missing\n\n")
	for _, s := range r.SetAside {
		m.add("facts set aside", func() string {
			return fmt.Sprintf("- %s %s = %s: %s\n", mdCode(fmt.Sprintf("%s:%d:%d", factFile(r), s.Line, s.Column)),
				mdCode(dotted(s.Pointer)), mdCode(valueText(s.Value)), mdText(s.Why))
		})
	}
}

func mdFinding(r *engine.Report, f engine.Finding) string {
	var b strings.Builder
	fmt.Fprintf(&b, "- %s\n", mdText(findingText(f)))
	for _, e := range f.Evidence {
		fmt.Fprintf(&b, "  - %s %s = %s", mdCode(place(factFile(r), e)), mdCode(dotted(e.Pointer)), mdCode(valueText(e.Value)))
		if origin := originText(e); origin != "" {
			fmt.Fprintf(&b, " (%s)", mdText(clip(origin, maxValue)))
		}
		b.WriteByte('\n')
	}
	for _, line := range groundLines(f) {
		fmt.Fprintf(&b, "  - %s\n", mdText(line))
	}
	return b.String()
}

func mdFindings(findings []engine.Finding) string {
	return joined(findings, "; ", func(f engine.Finding) string { return mdText(findingText(f)) })
}

// undetermined lists the facts to ask for, those first that most obligations
// wait for.
func (m markdown) undetermined(r *engine.Report) {
	open := withVerdict(r, policy.Undetermined)
	if len(open) == 0 {
		return
	}
	facts := wantedFacts(open)
	m.head(fmt.Sprintf("\n### Facts to ask for\n\n%s for %s; what decides most comes first.\n\n| Fact | Decides |\n|---|---|\n",
		count(len(open), "obligation waits", "obligations wait"), count(len(facts), "fact", "facts")))
	for _, fact := range facts[:min(len(facts), m.facts)] {
		m.add("facts to ask for", func() string {
			return fmt.Sprintf("| %s | %s |\n", mdText(dotted(fact.pointer)), m.decides(fact))
		})
	}
	for _, o := range open {
		if o.Waiver != nil {
			m.add("waivers", func() string {
				return fmt.Sprintf("\n_Waived:_ %s %s: %s\n", mdText("Art. "+o.Article), mdCode(o.ID), mdText(clip(waiverText(*o.Waiver), maxValue)))
			})
		}
	}
	if len(facts) > m.facts {
		m.head(fmt.Sprintf("\nand %s, which `github-summary` and `text` list.\n", count(len(facts)-m.facts, "more fact", "more facts")))
	}
}

// maxConditions is how many things that one fact decides are said.
const maxConditions = 5

func (m markdown) decides(fact *wanted) string {
	list := fact.conditions[:min(len(fact.conditions), maxConditions)]
	text := joined(list, "<br>", func(c condition) string { return mdText("Art. "+shorten(c.articles)) + ": " + mdText(c.words) })
	if more := len(fact.conditions) - len(list); more > 0 {
		text += fmt.Sprintf("<br>and %d more", more)
	}
	return text
}

func (m markdown) stressTest(r *engine.Report) {
	var ahead []engine.ObligationReport
	for _, o := range withVerdict(r, policy.NotApplicable) {
		if isAhead(o) && *o.IfApplicable == policy.Breach {
			ahead = append(ahead, o)
		}
	}
	if len(ahead) == 0 {
		return
	}
	m.head("\n### Stress test: would be breached if they applied\n\n")
	for _, o := range ahead {
		from := "an unknown day"
		if o.AppliesFrom != nil {
			from = *o.AppliesFrom
		}
		m.add("stress test", func() string {
			return fmt.Sprintf("- %s %s, applies from %s %s: %s\n",
				mdText("Art. "+o.Article), mdText(o.Title), from, mdCode(o.ID), mdFindings(o.Findings))
		})
	}
}

func (m markdown) context(r *engine.Report) {
	first := true
	for _, c := range r.Context {
		if c.State != policy.Noted {
			continue
		}
		if first {
			m.head("\n### Context: worth knowing, no breach by itself\n\n")
			first = false
		}
		m.add("context", func() string {
			return fmt.Sprintf("- %s %s %s: %s\n", mdText("Art. "+c.Article), mdText(c.Title), mdCode(c.ID), mdFindings(c.Findings))
		})
	}
}

func (m markdown) provenance(reports []*engine.Report) {
	for i, r := range reports {
		if i == 0 {
			m.head("\n")
			m.add("provenance", func() string {
				return fmt.Sprintf("- %s, policies %s, parameters %s\n", mdText(r.Provenance.Engine),
					mdCode(r.Provenance.PoliciesSHA256), mdCode(r.Provenance.ParametersSHA256))
			})
		}
		for _, f := range r.Provenance.Facts {
			m.add("provenance", func() string { return fmt.Sprintf("- facts %s, SHA-256 %s\n", mdCode(f.File), mdCode(f.SHA256)) })
		}
	}
}
