package docs

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/internal/pages"
	"github.com/dsaeval/dsaeval/internal/words"
)

// rows sets the words of the law beside the grounds that rest on them, and says of the
// words without a ground why there is none.
func (p printer) rows(o *pages.Page) {
	if o.Breachable {
		p("## When it is breached\n")
	} else {
		p("## What is noted\n\nThis provision cannot be breached. It is reported as context and never fined.\n")
	}
	p("| Words of the law | Ground |\n|---|---|")
	for _, row := range o.Rows {
		if row.Ground == nil {
			p("| %s | no ground: %s |", cell(row.Words), cell(row.Reason))
			continue
		}
		p("| %s | %s |", cell(row.Words), strings.Join(ground(o, row.Ground), "<br>"))
	}
	p("")
}

// ground says of a ground what is found, which answer breaches, by which value
// and reading, on which facts, what ends it, and gives an example of either kind.
func ground(o *pages.Page, g *pages.Ground) []string {
	lines := []string{fmt.Sprintf("**%s** `%s`", cell(g.Message), g.Code)}
	add := func(name, text string) {
		if text != "" {
			lines = append(lines, name+": "+text)
		}
	}
	add(map[bool]string{true: "Breached if", false: "Noted if"}[o.Breachable], cell(g.Answer))
	for _, t := range g.Thresholds {
		add("Threshold", strings.TrimSpace(fmt.Sprintf("`%s` = %v %s", t.Name, t.Value, t.Unit))+", a benchmark")
	}
	for _, r := range g.Readings {
		rivals := make([]string, len(r.Rivals))
		for i, rival := range r.Rivals {
			rivals[i] = rival.Name
		}
		add("Reading", fmt.Sprintf("`%s` = %s, rival %s", r.Name, r.Chosen.Name, strings.Join(rivals, ", ")))
	}
	if len(g.Thresholds) == 0 && len(g.Readings) == 0 {
		add("Basis", "law")
	}
	add("Facts", code(g.Facts))
	if g.EndedOn != "" {
		add("Has ended on", "`"+g.EndedOn+"`")
	}
	add("Ends it", cell(g.Remediation))
	add("For example", example(g.Shows))
	add("But not", example(g.Spares))
	return lines
}

// example is a case with those of its facts that the ground reads.
func example(e *pages.Example) string {
	if e == nil {
		return ""
	}
	var values []string
	for _, v := range e.Facts {
		values = append(values, fmt.Sprintf("`%s` = `%s`", v.Fact, words.Literal(v.Value)))
	}
	text := cell(e.Note)
	if len(values) > 0 {
		text += " (" + strings.Join(values, ", ") + ")"
	}
	return text
}

// doubts lists what points against compliance and decides nothing.
func (p printer) doubts(o *pages.Page) {
	if len(o.SpeaksAgainst) == 0 {
		return
	}
	p("## What speaks against it and decides nothing\n\n| Observation | Facts |\n|---|---|")
	for _, d := range o.SpeaksAgainst {
		p("| %s | %s |", cell(d.Message), code(d.Facts))
	}
	p("")
}

// readings lists where the words bear more than one meaning.
func (p printer) readings(o *pages.Page) {
	if len(o.Readings) == 0 {
		return
	}
	p("## Readings\n\nWhere the words bear more than one meaning. Each can be chosen with `--params`.\n")
	p("| Reading | What is open | Held here | Could also be held |\n|---|---|---|---|")
	for _, r := range o.Readings {
		var rivals []string
		for _, rival := range r.Rivals {
			rivals = append(rivals, fmt.Sprintf("`%s`: %s", rival.Name, cell(rival.Text)))
		}
		p("| `%s` | %s | `%s`: %s | %s |", r.Name, cell(r.Question), r.Chosen.Name, cell(r.Chosen.Text), strings.Join(rivals, "<br>"))
	}
	p("")
}

// linked names obligations by their articles, with links to their pages.
func linked(obligations []pages.Obligation) string {
	var links []string
	for _, o := range obligations {
		article := o.ID
		if o.Article != "" {
			article = "Art. " + o.Article
		}
		links = append(links, fmt.Sprintf("[%s](%s.md)", article, o.ID))
	}
	return strings.Join(links, ", ")
}

// cell is text for a cell of a table.
func cell(text string) string {
	return strings.NewReplacer("|", "\\|", "\n", " ").Replace(strings.TrimSpace(text))
}
