// Package docs writes the pages about the obligations from what their policies,
// their cases and the facts schema say about them, so that nothing is said
// twice and nothing drifts. `go generate ./docs` writes them anew.
package docs

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/policytest"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Source is everything that the pages are made of.
type Source struct {
	Obligations []*policy.Obligation
	Parameters  map[string]policy.Parameter
	Readings    map[string]policy.Reading
	// Describe returns what the facts schema says about a fact.
	Describe func(fact string) Fact
	// Cases returns what stands beside an obligation.
	Cases func(o *policy.Obligation) *policytest.File
	// Answers says by the codes of the findings which answer breaches.
	Answers func(o *policy.Obligation) map[string]string
}

// Fact is what the facts schema says about a fact.
type Fact struct {
	Description string
	Unit        string
	Nature      string
}

const generated = "<!-- Written by `go generate ./...` from the policies. Do not edit. -->\n\n"

// Page returns the page about one obligation.
func (s Source) Page(o *policy.Obligation) string {
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	p("%s# Art. %s: %s\n", generated, o.Article, o.Title)
	p("`%s`, %s\n", o.ID, words.Kind(o.Kind))
	p("## What it asks\n\n%s\n", o.Description)
	if o.Exceptions != "" {
		p("Exceptions: %s\n", o.Exceptions)
	}
	if o.Catalogue != "" {
		p("Decided otherwise than in the catalogue of obligations: %s\n", o.Catalogue)
	}
	p("## Who, and since when\n")
	p("- Addressee: %s", who(o))
	p("- Size: %s", exemptions[o.Exemption])
	p("- Applies: %s", since(o))
	if len(o.Presupposes) > 0 {
		p("- Presupposes: %s; where that does not exist, nothing is asked here", s.linked(o.Presupposes))
	}
	p("- Enforced by: %s", supervisors[o.SupervisedBy])
	p("- Cap: %s\n", caps(o))
	s.grounds(p, o)
	s.doubts(p, o)
	s.facts(p, o)
	s.parameters(p, o)
	s.readings(p, o)
	if o.Interpretation != "" {
		p("## Interpretation\n\n%s\n", o.Interpretation)
	}
	p("## Official text\n")
	for _, link := range o.Links {
		p("- <%s>", link)
	}
	if len(o.Recitals) > 0 {
		p("- Recitals %s", numbers(o.Recitals))
	}
	p("\n## Tests\n\nRules: [`%s`](../../%s). Cases beside it:\n", o.File(), o.File())
	for _, c := range s.Cases(o).Cases {
		p("- %s: %s", strings.ReplaceAll(string(c.Verdict)+string(c.State), "_", " "), c.Note)
	}
	return b.String()
}

func (s Source) facts(p func(string, ...any), o *policy.Obligation) {
	p("## Facts that decide it\n\n| Fact | Unit | Nature | Meaning |\n|---|---|---|---|")
	for _, name := range o.Facts {
		fact := s.Describe(name)
		p("| `%s` | %s | %s | %s |", name, fact.Unit, fact.Nature, cell(fact.Description))
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
	p("What is left out, and why, stands in [left_out.yaml](../../policies/left_out.yaml).\n")
	p("## By article\n\n| Article | What it asks | Addressee | Kind |\n|---|---|---|---|")
	for _, o := range s.Obligations {
		p("| [%s](%s.md) | %s | %s | %s |", o.Article, o.ID, o.Title, words.Addressee(o.Addressee), o.Kind)
	}
	p("\n## By tier\n\nThe tiers nest: whoever is bound by one is bound by those above it.\n")
	for _, tier := range []report.Addressee{report.Intermediary, report.Hosting, report.OnlinePlatform, report.Marketplace, report.VLOPVLOSE} {
		var links []string
		for _, o := range s.Obligations {
			if o.Addressee == tier {
				links = append(links, fmt.Sprintf("[%s](%s.md)", o.Article, o.ID))
			}
		}
		p("- %s: %s", words.Addressee(tier), cmp.Or(strings.Join(links, ", "), "none"))
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
	said := make([]string, len(list))
	for i, n := range slices.Sorted(slices.Values(list)) {
		said[i] = fmt.Sprint(n)
	}
	return strings.Join(said, ", ")
}
