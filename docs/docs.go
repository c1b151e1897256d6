// Package docs writes the pages about the obligations as Markdown, from what their
// policies, their cases and the facts schema say about them, so that nothing is said
// twice and nothing drifts. `go generate ./docs` writes them anew.
package docs

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/pages"
	"github.com/dsaeval/dsaeval/internal/words"
)

const generated = "<!-- Written by `go generate ./...` from the policies. Do not edit. -->\n\n"

// printer writes a line.
type printer func(format string, args ...any)

func printTo(b *strings.Builder) printer {
	return func(format string, args ...any) { fmt.Fprintf(b, format+"\n", args...) }
}

// Page writes the page about one obligation.
func Page(o *pages.Page) string {
	var b strings.Builder
	p := printTo(&b)
	p("%s# Art. %s: %s\n", generated, o.Article, o.Title)
	p("`%s`, %s\n", o.ID, o.Kind)
	p("## What it asks\n\n%s\n", o.Description)
	if o.Exceptions != "" {
		p("Exceptions: %s\n", o.Exceptions)
	}
	if o.Catalogue != "" {
		p("Decided otherwise than in the catalogue of obligations: %s\n", o.Catalogue)
	}
	p("## Who, and since when\n")
	p("- Addressee: %s", o.Addressee)
	p("- Size: %s", o.Size)
	p("- Applies: %s", o.Since)
	if len(o.Presupposes) > 0 {
		p("- Presupposes: %s; where that does not exist, nothing is asked here", linked(o.Presupposes))
	}
	p("- Enforced by: %s", o.EnforcedBy)
	p("- Cap: %s\n", o.Cap)
	p.rows(o)
	p.doubts(o)
	p.facts(o)
	p.parameters(o)
	p.readings(o)
	if o.Interpretation != "" {
		p("## Interpretation\n\n%s\n", o.Interpretation)
	}
	p("## Official text\n")
	for _, link := range o.Links {
		p("- <%s>", link)
	}
	if len(o.Recitals) > 0 {
		p("- Recitals %s", strings.Trim(strings.ReplaceAll(fmt.Sprint(o.Recitals), " ", ", "), "[]"))
	}
	p("\n## Tests\n\nRules: [`%s`](../../%s). Cases beside it:\n", o.Rules, o.Rules)
	for _, c := range o.Cases {
		p("- %s: %s", c.Verdict, c.Note)
	}
	return b.String()
}

func (p printer) facts(o *pages.Page) {
	p("## Facts that decide it\n\n| Fact | Unit | Nature | Meaning |\n|---|---|---|---|")
	for _, fact := range o.Facts {
		p("| `%s` | %s | %s | %s |", fact.Path, fact.Unit, fact.Nature, cell(fact.Description))
	}
	p("")
}

func (p printer) parameters(o *pages.Page) {
	if len(o.Parameters) == 0 {
		return
	}
	p("## Parameters\n\nJudgements, not law. Each can be set with `--params`.\n")
	p("| Parameter | Value | For the word | Why |\n|---|---|---|---|")
	for _, t := range o.Parameters {
		p("| `%s` | %v %s, since %s | %s | %s |", t.Name, t.Value, t.Unit, t.Since, t.Term, t.Reason)
	}
	p("")
}

// Index returns the list of all pages, by article and by tier.
func Index(obligations []*policy.Obligation) string {
	var b strings.Builder
	p := printTo(&b)
	breachable := 0
	for _, o := range obligations {
		if o.Kind.Breachable() {
			breachable++
		}
	}
	p("%s# Obligations\n", generated)
	p("%d provisions can be breached; %d more are reported as context.", breachable, len(obligations)-breachable)
	p("What is left out, and why, stands in [left_out.yaml](../../policies/left_out.yaml).\n")
	p("## By article\n\n| Article | What it asks | Addressee | Kind |\n|---|---|---|---|")
	for _, o := range obligations {
		p("| [%s](%s.md) | %s | %s | %s |", o.Article, o.ID, o.Title, words.Addressee(o.Addressee), o.Kind)
	}
	p("\n## By tier\n\nThe tiers nest: whoever is bound by one is bound by those above it.\n")
	for _, tier := range []report.Addressee{report.Intermediary, report.Hosting, report.OnlinePlatform, report.Marketplace, report.VLOPVLOSE} {
		var links []string
		for _, o := range obligations {
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
