package docs

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/policytest"
)

// grounds sets the words of the law beside the grounds that rest on them, in the
// order of the text, and says of the words without a ground why there is none.
func (s Source) grounds(p func(string, ...any), o *policy.Obligation) {
	if o.Kind.Breachable() {
		p("## When it is breached\n")
	} else {
		p("## What is noted\n\nThis provision cannot be breached. It is reported as context and never fined.\n")
	}
	answers, cases := s.Answers(o), s.Cases(o).Cases
	p("| Words of the law | Ground |\n|---|---|")
	for _, row := range s.rows(o) {
		if row.ground == nil {
			p("| %s | no ground: %s |", cell(row.words), cell(row.reason))
			continue
		}
		p("| %s | %s |", cell(row.words), strings.Join(s.ground(o, *row.ground, answers, cases), "<br>"))
	}
	p("")
}

// row is a phrase of the law with what rests on it.
type row struct {
	words  string
	ground *policy.FindingRule
	reason string // why no ground rests on it
}

// rows orders the grounds by the first of their words in the text. Grounds
// without words come last.
func (s Source) rows(o *policy.Obligation) []row {
	phrases, uncovered := s.Cases(o).Phrases, s.Cases(o).Uncovered
	var rows []row
	for _, phrase := range phrases {
		for i, ground := range o.Findings {
			if len(ground.Words) > 0 && ground.Words[0] == phrase {
				rows = append(rows, row{words: strings.Join(ground.Words, ", "), ground: &o.Findings[i]})
			}
		}
		if reason, ok := uncovered[phrase]; ok {
			rows = append(rows, row{words: phrase, reason: reason})
		}
	}
	for i, ground := range o.Findings {
		if len(ground.Words) == 0 || !slices.Contains(phrases, ground.Words[0]) {
			rows = append(rows, row{words: strings.Join(ground.Words, ", "), ground: &o.Findings[i]})
		}
	}
	return rows
}

// maxAnswer is how long a condition may be before the rule itself reads better.
const maxAnswer = 600

// ground says of a ground what is found, which answer breaches, by which value
// and reading, on which facts, what ends it, and gives an example of either kind.
func (s Source) ground(o *policy.Obligation, g policy.FindingRule, answers map[string]string, cases []policytest.Case) []string {
	lines := []string{fmt.Sprintf("**%s** `%s`", cell(g.Message), g.Code)}
	add := func(name, text string) {
		if text != "" {
			lines = append(lines, name+": "+text)
		}
	}
	if answer := answers[g.Code]; len(answer) <= maxAnswer {
		add(verb(o), cell(answer))
	}
	for _, name := range g.Parameters {
		parameter := s.Parameters[name]
		value := parameter.Values[len(parameter.Values)-1]
		add("Threshold", strings.TrimSpace(fmt.Sprintf("`%s` = %v %s", name, value.Value, parameter.Unit))+", a benchmark")
	}
	for _, name := range g.Readings {
		reading := s.Readings[name]
		add("Reading", fmt.Sprintf("`%s` = %s, rival %s", name, reading.Chosen, strings.Join(reading.Rivals(), ", ")))
	}
	if len(g.Parameters) == 0 && len(g.Readings) == 0 {
		add("Basis", "law")
	}
	add("Facts", code(g.Facts))
	if g.EndedOn != "" {
		add("Has ended on", "`"+g.EndedOn+"`")
	}
	add("Ends it", cell(g.Remediation))
	if c, ok := showing(g, cases); ok {
		add("For example", example(g, c))
	}
	add("But not", example(g, s.sparing(o, g, cases)))
	return lines
}

func verb(o *policy.Obligation) string {
	if o.Kind.Breachable() {
		return "Breached if"
	}
	return "Noted if"
}

// showing returns the case that shows a ground with the fewest others.
func showing(g policy.FindingRule, cases []policytest.Case) (policytest.Case, bool) {
	var best policytest.Case
	found := false
	for _, c := range cases {
		holds := slices.ContainsFunc(c.Findings, func(code string) bool { return code == g.Code || strings.HasPrefix(code, g.Code+"[") })
		settled := c.Verdict == report.Breach || c.State == report.Noted
		if holds && settled && (!found || len(c.Findings) < len(best.Findings)) {
			best, found = c, true
		}
	}
	return best, found
}

// sparing returns the case that is nearest to a ground and does not show it: the
// one that sets most of its facts, else the service that keeps the obligation.
func (s Source) sparing(o *policy.Obligation, g policy.FindingRule, cases []policytest.Case) policytest.Case {
	best := policytest.Case{Note: "a service that keeps it", Facts: s.Cases(o).Compliant}
	most := 0
	for _, c := range cases {
		if c.Verdict != report.Compliant && c.State != report.NotNoted {
			continue
		}
		n := 0
		for _, fact := range g.Facts {
			if _, ok := c.Facts[fact]; ok && fact != "assessment.date" {
				n++
			}
		}
		if n > most {
			best, most = c, n
		}
	}
	return best
}

// example is a case with those of its facts that the ground reads.
func example(g policy.FindingRule, c policytest.Case) string {
	var values []string
	for _, fact := range g.Facts {
		if value, ok := c.Facts[fact]; ok && value != nil {
			values = append(values, fmt.Sprintf("`%s` = `%s`", fact, valueText(value)))
		}
	}
	text := cell(c.Note)
	if len(values) > 0 {
		text += " (" + strings.Join(values, ", ") + ")"
	}
	return text
}

func valueText(value any) string {
	if text, ok := value.(string); ok {
		return text
	}
	content, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	return string(content)
}

// doubts lists what points against compliance and decides nothing.
func (s Source) doubts(p func(string, ...any), o *policy.Obligation) {
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
func (s Source) readings(p func(string, ...any), o *policy.Obligation) {
	if len(o.Readings) == 0 {
		return
	}
	p("## Readings\n\nWhere the words bear more than one meaning. Each can be chosen with `--params`.\n")
	p("| Reading | What is open | Held here | Could also be held |\n|---|---|---|---|")
	for _, name := range o.Readings {
		r := s.Readings[name]
		var rivals []string
		for _, rival := range r.Rivals() {
			rivals = append(rivals, fmt.Sprintf("`%s`: %s", rival, cell(r.Options[rival])))
		}
		p("| `%s` | %s | `%s`: %s | %s |", name, cell(r.Question), r.Chosen, cell(r.Options[r.Chosen]), strings.Join(rivals, "<br>"))
	}
	p("")
}

// linked names obligations by their articles, with links to their pages.
func (s Source) linked(ids []string) string {
	var links []string
	for _, id := range ids {
		article := id
		for _, o := range s.Obligations {
			if o.ID == id {
				article = "Art. " + o.Article
			}
		}
		links = append(links, fmt.Sprintf("[%s](%s.md)", article, id))
	}
	return strings.Join(links, ", ")
}

// cell is text for a cell of a table.
func cell(text string) string {
	return strings.NewReplacer("|", "\\|", "\n", " ").Replace(strings.TrimSpace(text))
}
