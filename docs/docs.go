// Package docs writes the pages about the obligations from what their policies,
// their cases and the facts schema say about them, so that nothing is said
// twice and nothing drifts. `go test ./docs -update` writes them anew.
package docs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
)

// Source is everything that the pages are made of.
type Source struct {
	Obligations []*policy.Obligation
	Parameters  map[string]policy.Parameter
	// Describe returns what the facts schema says about a fact and its unit.
	Describe func(fact string) (description, unit string)
	// Cases returns the notes of the cases beside an obligation, each with the
	// verdict that it ends in.
	Cases func(o *policy.Obligation) []string
}

const generated = "<!-- Written by `go test ./docs -update` from the policies. Do not edit. -->\n\n"

// Page returns the page about one obligation.
func (s Source) Page(o *policy.Obligation) string {
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	p("%s# Art. %s: %s\n", generated, o.Article, o.Title)
	p("`%s`, %s\n", o.ID, kinds[o.Kind])
	p("## What it asks\n\n%s\n", o.Description)
	if o.Exceptions != "" {
		p("Exceptions: %s\n", o.Exceptions)
	}
	p("## Who, and since when\n")
	p("- Addressee: %s", who(o))
	p("- Size: %s", exemptions[o.Exemption])
	p("- Applies: %s", since(o))
	p("- Enforced by: %s", supervisors[o.SupervisedBy])
	p("- Cap: %s\n", caps(o))
	s.findings(p, o)
	s.facts(p, o)
	s.parameters(p, o)
	if o.Interpretation != "" {
		p("## Interpretation\n\n%s\n", o.Interpretation)
	}
	if o.Remediation != "" {
		p("## What ends a breach\n\n%s\n", o.Remediation)
	}
	p("## Official text\n")
	for _, link := range o.Links {
		p("- <%s>", link)
	}
	if len(o.Recitals) > 0 {
		p("- Recitals %s", numbers(o.Recitals))
	}
	p("\n## Tests\n\nRules: [`%s`](../../%s). Cases beside it:\n", o.File(), o.File())
	for _, note := range s.Cases(o) {
		p("- %s", note)
	}
	return b.String()
}

func (s Source) findings(p func(string, ...any), o *policy.Obligation) {
	if o.Kind.Breachable() {
		p("## When it is breached\n")
	} else {
		p("## What is noted\n\nThis provision cannot be breached. It is reported as context and never fined.\n")
	}
	p("| Finding | Code | Rests on | Facts |\n|---|---|---|---|")
	for _, f := range o.Findings {
		rests := "law"
		if len(f.Parameters) > 0 {
			rests = "law and " + code(f.Parameters)
		}
		p("| %s | `%s` | %s | %s |", f.Message, f.Code, rests, code(f.Facts))
	}
	p("")
}

func (s Source) facts(p func(string, ...any), o *policy.Obligation) {
	p("## Facts that decide it\n\n| Fact | Unit | Meaning |\n|---|---|---|")
	for _, fact := range o.Facts {
		description, unit := s.Describe(fact)
		p("| `%s` | %s | %s |", fact, unit, strings.ReplaceAll(description, "|", "\\|"))
	}
	p("")
}

func (s Source) parameters(p func(string, ...any), o *policy.Obligation) {
	if len(o.Parameters) == 0 {
		return
	}
	p("## Parameters\n\nJudgements, not law. Each can be set with `--params`.\n")
	p("| Parameter | Value | For the word | Why |\n|---|---|---|---|")
	for _, name := range o.Parameters {
		parameter := s.Parameters[name]
		value := parameter.Values[len(parameter.Values)-1]
		p("| `%s` | %v %s, since %s | %s | %s |", name, value.Value, parameter.Unit, value.Since, parameter.Term, parameter.Reason)
	}
	p("")
}

// Index returns the list of all pages, by article and by tier.
func (s Source) Index() string {
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	breachable := 0
	for _, o := range s.Obligations {
		if o.Kind.Breachable() {
			breachable++
		}
	}
	p("%s# Obligations\n", generated)
	p("%d provisions can be breached; %d more are reported as context.", breachable, len(s.Obligations)-breachable)
	p("What is left out, and why, stands in [coverage.yaml](../../policies/coverage.yaml).\n")
	p("## By article\n\n| Article | What it asks | Addressee | Kind |\n|---|---|---|---|")
	for _, o := range s.Obligations {
		p("| [%s](%s.md) | %s | %s | %s |", o.Article, o.ID, o.Title, addressees[o.Addressee], o.Kind)
	}
	p("\n## By tier\n\nThe tiers nest: whoever is bound by one is bound by those above it.\n")
	for _, tier := range []policy.Addressee{policy.Intermediary, policy.Hosting, policy.OnlinePlatform, policy.Marketplace, policy.VLOPVLOSE} {
		var links []string
		for _, o := range s.Obligations {
			if o.Addressee == tier {
				links = append(links, fmt.Sprintf("[%s](%s.md)", o.Article, o.ID))
			}
		}
		p("- %s: %s", addressees[tier], cmp.Or(strings.Join(links, ", "), "none"))
	}
	return b.String()
}

func code(names []string) string {
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = "`" + name + "`"
	}
	return strings.Join(quoted, ", ")
}

func numbers(list []int) string {
	words := make([]string, len(list))
	for i, n := range slices.Sorted(slices.Values(list)) {
		words[i] = fmt.Sprint(n)
	}
	return strings.Join(words, ", ")
}
