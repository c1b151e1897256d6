package render

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/engine/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// Text writes a report for people at a terminal: first the breaches with what
// shows them and what would end them, then the missing facts with what each
// would decide, then what would hold if more applied. The last line counts all
// four verdicts, so that silence is never read as approval.
func Text(w io.Writer, reports ...*report.Report) error {
	buffered := bufio.NewWriter(w)
	for i, r := range reports {
		if i > 0 {
			fmt.Fprintln(buffered)
		}
		t := &text{w: buffered, r: r}
		t.head()
		t.breaches("BREACH", breaches(r, false))
		t.breaches("BREACH, ENDED: came late and is there now", breaches(r, true))
		t.fine()
		t.undetermined()
		t.stressTest()
		t.speaksAgainst()
		t.setAside()
		t.context()
		t.totals()
	}
	return buffered.Flush()
}

type text struct {
	w *bufio.Writer
	r *report.Report
}

func (t *text) printf(format string, args ...any) { fmt.Fprintf(t.w, format, args...) }

func (t *text) file() string { return t.r.Provenance.Facts[0].File }

func (t *text) head() {
	t.printf("%s, on %s\n", subject(t.r), t.r.AssessmentDate)
}

func (t *text) breaches(heading string, list []report.Obligation) {
	if len(list) == 0 {
		return
	}
	t.printf("\n%s\n", heading)
	for _, o := range list {
		t.printf("\n  Art. %s  %s  [%s]\n", o.Article, o.Title, o.ID)
		t.basis(o)
		for i, f := range o.Findings {
			t.finding(f)
			if w := o.WaiverOf(f); w != nil {
				t.printf("      waived: %s\n", writing.OneLine(waiverText(*w)))
			}
			if remedy := remedyAfter(o, i); remedy != "" {
				t.printf("      what ends it: %s\n", remedy)
			}
		}
	}
}

// basis says what a breach rests on where that is more than law and observation.
func (t *text) basis(o report.Obligation) {
	var parts []string
	if o.Basis != report.Law {
		parts = append(parts, breachWords(o))
	}
	if said := standsOn(o); said != "" {
		parts = append(parts, said)
	}
	if len(parts) > 0 {
		t.printf("    %s\n", strings.Join(parts, "; "))
	}
}

func (t *text) finding(f report.Finding) {
	t.printf("    %s\n", findingText(f))
	t.evidence(f.Evidence)
	for _, line := range groundLines(f) {
		t.printf("      %s\n", line)
	}
}

func (t *text) evidence(list []report.Evidence) {
	for _, e := range list {
		t.printf("      %s:%d:%d  %s = %s", t.file(), e.Line, e.Column, words.Fact(e.Pointer), valueText(e.Value))
		if origin := originText(e); origin != "" {
			t.printf("  (%s)", origin)
		}
		t.printf("\n")
	}
}

// speaksAgainst lists what points against obligations that are not breached.
func (t *text) speaksAgainst() {
	list := doubted(t.r)
	if len(list) == 0 {
		return
	}
	t.printf("\nSPEAKS AGAINST: observed, decides nothing\n")
	for _, o := range list {
		t.printf("\n  Art. %s  %s  [%s]\n", o.Article, strings.ReplaceAll(string(o.Verdict), "_", " "), o.ID)
		for _, d := range o.SpeaksAgainst {
			t.printf("    %s\n", doubtText(d))
			t.evidence(d.Evidence)
		}
	}
}

// setAside lists the facts that are given and do not count.
func (t *text) setAside() {
	if len(t.r.SetAside) == 0 {
		return
	}
	t.printf("\nSET ASIDE: given, but treated as missing\n\n")
	for _, s := range t.r.SetAside {
		t.printf("  %s:%d:%d  %s\n", t.file(), s.Line, s.Column, asideText(s))
	}
}

// undetermined groups what is open by the missing facts that decide most. What
// a fact decides is said once: under the first of the facts that it takes.
func (t *text) undetermined() {
	open := withVerdict(t.r, report.Undetermined)
	if len(open) == 0 {
		return
	}
	facts := wantedFacts(open)
	defer t.waivedOpen(open)
	t.printf("\nUNDETERMINED: %s for %s; what decides most comes first\n",
		writing.Count(len(open), "obligation waits", "obligations wait"), writing.Count(len(facts), "fact", "facts"))
	said := map[string]bool{}
	plain := false // whether the line above stands by itself
	for _, fact := range facts {
		var lines []string
		for _, c := range fact.conditions {
			if line := fmt.Sprintf("Art. %s  %s\n", shorten(c.articles), c.words); !said[line] {
				said[line] = true
				lines = append(lines, line)
			}
		}
		name := words.Fact(fact.pointer)
		switch {
		case len(lines) == 0 && fact.given == "":
		case fact.given == "" && len(lines) == 1 && strings.Contains(lines[0], name):
			// A condition that names its fact needs no heading.
			if !plain {
				t.printf("\n")
			}
			t.printf("  %s", lines[0])
			plain = true
		default:
			t.printf("\n  %s%s\n%s", name, fact.given, indented(lines))
			plain = false
		}
	}
}

func indented(lines []string) string {
	all := ""
	for _, line := range lines {
		all += "    " + line
	}
	return all
}

// waivedOpen tells which undetermined obligations are waived.
func (t *text) waivedOpen(open []report.Obligation) {
	for _, o := range open {
		if o.Waiver != nil {
			t.printf("\n  Art. %s  waived: %s  [%s]\n", o.Article, writing.OneLine(waiverText(*o.Waiver)), o.ID)
		}
	}
}

// stressTest tells what would be breached if the obligations applied that do
// not apply yet.
func (t *text) stressTest() {
	var ahead []report.Obligation
	for _, o := range withVerdict(t.r, report.NotApplicable) {
		if isAhead(o) {
			ahead = append(ahead, o)
		}
	}
	if len(ahead) == 0 {
		return
	}
	t.printf("\nSTRESS TEST: %s not apply yet\n", writing.Count(len(ahead), "obligation does", "obligations do"))
	held := map[report.Verdict]int{}
	for _, o := range ahead {
		held[*o.IfApplicable]++
		if *o.IfApplicable != report.Breach {
			continue
		}
		from := "an unknown day"
		if o.AppliesFrom != nil {
			from = *o.AppliesFrom
		}
		t.printf("\n  Art. %s  would be breached, applies from %s  [%s]\n", o.Article, from, o.ID)
		for _, f := range o.Findings {
			t.finding(f)
		}
	}
	t.printf("\n  if they applied: %d breach, %d compliant, %d undetermined\n",
		held[report.Breach], held[report.Compliant], held[report.Undetermined])
}

// isAhead reports whether an obligation does not apply only because its day has
// not come.
func isAhead(o report.Obligation) bool {
	return slices.Contains(o.Reasons, report.NotYet) && len(o.Reasons) == 1 && o.IfApplicable != nil
}

// context lists what was noted about provisions that cannot be breached.
func (t *text) context() {
	first := true
	for _, c := range t.r.Context {
		if c.State != report.Noted {
			continue
		}
		if first {
			t.printf("\nCONTEXT: worth knowing, no breach by itself\n")
			first = false
		}
		t.printf("\n  Art. %s  %s  [%s]\n", c.Article, c.Title, c.ID)
		for _, f := range c.Findings {
			t.finding(f)
		}
	}
}

// whyNot counts the obligations that do not apply by their first reason. Two
// conditions can rule each other out although either is open; then there is none.
func (t *text) whyNot() {
	counts := map[report.Reason]int{}
	for _, o := range withVerdict(t.r, report.NotApplicable) {
		reason := report.Reason("")
		if len(o.Reasons) > 0 {
			reason = o.Reasons[0]
		}
		if _, ok := reason.Presupposed(); ok {
			reason = report.Presupposes
		}
		counts[reason]++
	}
	var parts []string
	for _, reason := range append(words.Reasons(), "") {
		if n := counts[reason]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d because %s", n, words.Reason(reason)))
		}
	}
	if len(parts) > 0 {
		t.printf("\nNOT APPLICABLE: %s\n", strings.Join(parts, ", "))
	}
}

func (t *text) totals() {
	t.whyNot()
	t.printf("\n%s\n", totals(t.r.Summary))
}

// maxArticles is how many articles stand in one line.
const maxArticles = 8

// shorten lists articles. Several obligations can be of one.
func shorten(articles []string) string {
	var each []string
	for i := 0; i < len(articles); {
		n := 1
		for i+n < len(articles) && articles[i+n] == articles[i] {
			n++
		}
		label := articles[i]
		if n > 1 {
			label += fmt.Sprintf(" (%d obligations)", n)
		}
		each = append(each, label)
		i += n
	}
	if len(each) <= maxArticles {
		return strings.Join(each, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(each[:maxArticles], ", "), len(each)-maxArticles)
}

// valueText writes a value as it could stand in a fact file.
func valueText(value any) string {
	if s, ok := value.(string); ok {
		return s
	}
	content, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(content)
}
