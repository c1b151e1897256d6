package render

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// speaksAgainst lists what points against obligations that are not breached.
func (t *text) speaksAgainst() {
	list := t.r.Doubted()
	if len(list) == 0 {
		return
	}
	t.printf("\nSPEAKS AGAINST: observed, decides nothing\n")
	for _, o := range list {
		t.printf("\n  %s  %s  [%s]\n", words.Provision(o.Article, o.Origin), strings.ReplaceAll(string(o.Verdict), "_", " "), o.ID)
		for _, d := range o.SpeaksAgainst {
			t.printf("    %s\n", words.Doubt(d))
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
		t.printf("  %s  %s\n", words.PlaceAside(t.r.File(), s), words.SetAside(s))
	}
}

// stressTest tells what would be breached if the obligations applied that do
// not apply yet.
func (t *text) stressTest() {
	waiting := t.r.Waiting()
	if len(waiting) == 0 {
		return
	}
	t.printf("\nSTRESS TEST: %s\n", words.NotYet(len(waiting)))
	held := map[report.Verdict]int{}
	for _, o := range waiting {
		held[*o.IfApplicable]++
		if *o.IfApplicable != report.Breach {
			continue
		}
		from := "an unknown day"
		if o.AppliesFrom != nil {
			from = string(*o.AppliesFrom)
		}
		t.printf("\n  %s  would be breached, applies from %s  [%s]\n", words.Provision(o.Article, o.Origin), from, o.ID)
		for _, f := range o.Findings {
			t.finding(f)
		}
	}
	t.printf("  if they applied: %d breach, %d compliant, %d undetermined\n",
		held[report.Breach], held[report.Compliant], held[report.Undetermined])
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
		t.printf("\n  %s  %s  [%s]\n", words.Provision(c.Article, c.Origin), c.Title, c.ID)
		for _, f := range c.Findings {
			t.finding(f)
		}
	}
}

// whyNot says why obligations do not apply.
func (t *text) whyNot() {
	if parts := words.NotApplicable(t.r.With(report.NotApplicable)); len(parts) > 0 {
		t.printf("\nNOT APPLICABLE: %s\n", strings.Join(parts, ", "))
	}
}

func (t *text) totals() {
	t.whyNot()
	t.printf("\n%s\n", words.MadeFrom(t.r))
	t.printf("%s\n", totals(t.r.Summary))
}
