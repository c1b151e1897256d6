package render

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/audit"
)

// Audit writes the reports as Markdown in the vocabulary of Delegated
// Regulation (EU) 2024/436, a working paper for an auditing organisation.
// docs/audit.md says what maps to what.
func Audit(w io.Writer, reports ...*engine.Report) error {
	buffered := bufio.NewWriter(w)
	for i, r := range reports {
		if i > 0 {
			fmt.Fprintf(buffered, "\n---\n\n")
		}
		p := auditPaper{buffered, audit.Of(r)}
		p.head()
		p.summary()
		p.list("Methodology", p.Methodology)
		p.benchmarks()
		p.conclusions(factFile(r))
		p.notAudited()
		p.list("Limitations", p.Limitations)
		p.provenance()
	}
	return buffered.Flush()
}

type auditPaper struct {
	w io.Writer
	audit.Report
}

func (p auditPaper) printf(format string, args ...any) { fmt.Fprintf(p.w, format, args...) }

func (p auditPaper) head() {
	p.printf("# Audit working paper: %s\n\n", mdText(subject(&engine.Report{Service: p.Service})))
	p.printf("Assessment date: %s. Vocabulary of Delegated Regulation (EU) 2024/436.\n\n", p.AssessmentDate)
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
		p.printf("| %s | %s | %s |\n", mdText("Art. "+a.Obligation.Article), mdText(a.Obligation.Title), a.Conclusion)
	}
}

func (p auditPaper) list(title string, sentences []string) {
	p.printf("\n## %s\n\n", title)
	for _, s := range sentences {
		p.printf("- %s\n", mdText(s))
	}
}

func (p auditPaper) benchmarks() {
	if len(p.Benchmarks) == 0 {
		return
	}
	p.printf("\n## Benchmarks\n\n| Benchmark | Value | Provision | Open word | Reason |\n|---|---|---|---|---|\n")
	for _, b := range p.Benchmarks {
		p.printf("| %s | %s | %s | %s | %s |\n", mdText(b.Name), mdText(strings.TrimSpace(valueText(b.Value)+" "+b.Unit)),
			mdText("Art. "+b.Article), mdText(b.Term), mdText(b.Reason))
	}
}

func (p auditPaper) conclusions(file string) {
	if len(p.Conclusions) == 0 {
		return
	}
	p.printf("\n## Conclusions\n")
	for _, a := range p.Conclusions {
		o := a.Obligation
		p.printf("\n### %s %s\n\n", mdText("Art. "+o.Article), mdText(o.Title))
		p.printf("%s, addressee %s\n\n", mdCode(o.ID), mdText(strings.ReplaceAll(string(o.Addressee), "_", " ")))
		p.printf("**Conclusion: %s**\n\n", a.Conclusion)
		p.printf("- Criterion: %s\n", mdText(a.Criterion))
		p.printf("- Materiality: %s\n", mdText(a.Materiality))
		p.item("Benchmarks", joined(a.Benchmarks, ", ", func(b engine.ParameterReport) string { return mdCode(parameterText(b.ParameterValue)) }))
		p.item("Official text", joined(o.Links, ", ", mdLink))
		for _, f := range o.Findings {
			p.printf("- Finding: %s\n", mdText(findingText(f)))
			for _, e := range f.Evidence {
				p.printf("  - Evidence: %s %s = %s", mdCode(place(file, e)), mdCode(dotted(e.Pointer)), mdCode(valueText(e.Value)))
				if origin := originText(e); origin != "" {
					p.printf(" (%s)", mdText(origin))
				}
				p.printf("\n")
			}
			p.sublist(groundLines(f))
		}
		for _, d := range o.SpeaksAgainst {
			p.printf("- Speaks against: %s\n", mdText(doubtText(d)))
		}
		p.items("Comment", a.Comments)
		p.items("Not concluded", a.Unable)
		p.items("Recommendation", a.Recommendations)
	}
}

func (p auditPaper) sublist(lines []string) {
	for _, line := range lines {
		p.printf("  - %s\n", mdText(line))
	}
}

func (p auditPaper) item(name, text string) {
	if text != "" {
		p.printf("- %s: %s\n", name, text)
	}
}

func (p auditPaper) items(name string, texts []string) {
	for _, text := range texts {
		p.item(name, mdText(text))
	}
}

func (p auditPaper) notAudited() {
	if len(p.NotAudited) == 0 {
		return
	}
	p.printf("\n## Not audited\n\n| Provision | Obligation | Why |\n|---|---|---|\n")
	for _, n := range p.NotAudited {
		p.printf("| %s | %s | %s |\n", mdText("Art. "+n.Obligation.Article), mdText(n.Obligation.Title), mdText(n.Reason))
	}
}

func (p auditPaper) provenance() {
	p.printf("\n## Provenance\n\n")
	for _, f := range p.Provenance.Facts {
		p.printf("- Facts %s, SHA-256 %s\n", mdCode(f.File), mdCode(f.SHA256))
	}
	p.printf("- Policies, SHA-256 %s\n- Parameters, SHA-256 %s\n- Program: %s\n",
		mdCode(p.Provenance.PoliciesSHA256), mdCode(p.Provenance.ParametersSHA256), mdText(p.Provenance.Engine))
}
