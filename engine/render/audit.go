package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/audit"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// writeAudit writes the reports as Markdown in the vocabulary of Delegated
// Regulation (EU) 2024/436, a working paper for an auditing organisation.
// docs/audit.md says what maps to what.
func writeAudit(w io.Writer, reports []*report.Report, refused ...report.Unusable) error {
	buffered := bufio.NewWriter(w)
	for _, u := range refused {
		fmt.Fprintf(buffered, "**Not judged**, because the facts cannot be used: %s %s\n\n", writing.MarkdownCode(u.Place()), writing.MarkdownText(u.Message))
	}
	for i, r := range reports {
		if i > 0 {
			fmt.Fprintf(buffered, "\n---\n\n")
		}
		p := auditPaper{buffered, audit.Of(r), words.MadeOf(r)}
		p.head()
		p.summary()
		p.list("Methodology", p.Methodology)
		p.benchmarks()
		p.conclusions(r.File())
		p.notAudited()
		p.list("Limitations", p.Limitations)
		p.provenance()
	}
	return buffered.Flush()
}

type auditPaper struct {
	w io.Writer
	audit.Report
	made []words.Made
}

func (p auditPaper) printf(format string, args ...any) { fmt.Fprintf(p.w, format, args...) }

func (p auditPaper) head() {
	p.printf("# Audit working paper: %s\n\n", writing.MarkdownText(subject(&report.Report{Service: p.Service})))
	p.printf("Assessment date: %s. Vocabulary of Delegated Regulation (EU) 2024/436.\n\n", p.AssessmentDate)
	if p.NotBinding != "" {
		p.printf("%s\n\n", p.NotBinding)
	}
	opinion := "Opinion: **" + string(p.Opinion.Conclusion) + "**"
	if p.Opinion.Conclusion == audit.NoConclusion {
		opinion = "**No opinion** is expressed"
	}
	p.printf("%s: %s.\n", opinion, p.Opinion.Reason)
}

func (p auditPaper) summary() {
	p.printf("\n## Summary\n\n| Conclusion | Obligations |\n|---|--:|\n")
	for _, c := range audit.Conclusions() {
		p.printf("| %s | %d |\n", c, p.Counts.Of(c))
	}
	p.printf("| not audited | %d |\n", len(p.NotAudited))
	if len(p.Conclusions) == 0 {
		return
	}
	p.printf("\n| Provision | Obligation | Conclusion |\n|---|---|---|\n")
	for _, a := range p.Conclusions {
		p.printf("| %s | %s | %s |\n", writing.MarkdownText(words.Provision(a.Obligation.Article, a.Obligation.Origin)), writing.MarkdownText(a.Obligation.Title), a.Conclusion)
	}
}

func (p auditPaper) list(title string, sentences []string) {
	p.printf("\n## %s\n\n", title)
	for _, s := range sentences {
		p.printf("- %s\n", writing.MarkdownText(s))
	}
}

func (p auditPaper) benchmarks() {
	if len(p.Benchmarks) == 0 {
		return
	}
	p.printf("\n## Benchmarks\n\n| Benchmark | Value | Provision | Open word | Reason |\n|---|---|---|---|---|\n")
	for _, b := range p.Benchmarks {
		p.printf("| %s | %s | %s | %s | %s |\n", writing.MarkdownText(b.Name), writing.MarkdownText(words.Benchmark(b.Value, b.Unit)),
			writing.MarkdownText(words.Cite(b.Article)), writing.MarkdownText(b.Term), writing.MarkdownText(b.Reason))
	}
}

func (p auditPaper) conclusions(file string) {
	if len(p.Conclusions) == 0 {
		return
	}
	p.printf("\n## Conclusions\n")
	for _, a := range p.Conclusions {
		o := a.Obligation
		p.printf("\n### %s %s\n\n", writing.MarkdownText(words.Provision(o.Article, o.Origin)), writing.MarkdownText(o.Title))
		p.printf("%s, addressee %s\n\n", writing.MarkdownCode(o.ID), writing.MarkdownText(strings.ReplaceAll(string(o.Addressee), "_", " ")))
		p.printf("**Conclusion: %s**\n\n", a.Conclusion)
		p.printf("- Criterion: %s\n", writing.MarkdownText(a.Criterion))
		p.printf("- Materiality: %s\n", writing.MarkdownText(a.Materiality))
		p.item("Benchmarks", joined(a.Benchmarks, ", ", func(b report.Parameter) string { return writing.MarkdownCode(words.Parameter(b.ParameterValue)) }))
		p.item("Official text", joined(o.Links, ", ", writing.MarkdownLink))
		for _, f := range o.Findings {
			p.printf("- Finding: %s\n", writing.MarkdownText(words.Finding(f)))
			for _, e := range f.Evidence {
				p.printf("  - Evidence: %s %s = %s", writing.MarkdownCode(words.Place(file, e)), writing.MarkdownCode(words.Fact(e.Pointer)), writing.MarkdownCode(words.Literal(e.Value)))
				if origin := words.Origin(e); origin != "" {
					p.printf(" (%s)", writing.MarkdownText(origin))
				}
				p.printf("\n")
			}
			p.sublist(words.Grounds(f))
		}
		for _, d := range o.SpeaksAgainst {
			p.printf("- Speaks against: %s\n", writing.MarkdownText(words.Doubt(d)))
		}
		p.items("Comment", a.Comments)
		p.items("Not concluded", a.Unable)
		p.items("Recommendation", a.Recommendations)
	}
}

func (p auditPaper) sublist(lines []string) {
	for _, line := range lines {
		p.printf("  - %s\n", writing.MarkdownText(line))
	}
}

func (p auditPaper) item(name, text string) {
	if text != "" {
		p.printf("- %s: %s\n", name, text)
	}
}

func (p auditPaper) items(name string, texts []string) {
	for _, text := range texts {
		p.item(name, writing.MarkdownText(text))
	}
}

func (p auditPaper) notAudited() {
	if len(p.NotAudited) == 0 {
		return
	}
	p.printf("\n## Not audited\n\n| Provision | Obligation | Why |\n|---|---|---|\n")
	for _, n := range p.NotAudited {
		p.printf("| %s | %s | %s |\n", writing.MarkdownText(words.Provision(n.Obligation.Article, n.Obligation.Origin)), writing.MarkdownText(n.Obligation.Title), writing.MarkdownText(n.Reason))
	}
}

func (p auditPaper) provenance() {
	p.printf("\n## Provenance\n\n")
	for _, m := range p.made {
		p.printf("- %s\n", markdownMade(m))
	}
}
