package pages

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dsaeval/dsaeval/internal/words"
)

// width is how many columns a page takes in a terminal, where no single word is longer.
const width = 100

// maxValue is how many characters of a value are shown.
const maxValue = 60

// paper writes paragraphs that are broken at the width.
type paper struct{ out *bufio.Writer }

func (p paper) heading(text string) { fmt.Fprintf(p.out, "\n%s\n", text) }

// item writes a line after a mark, what does not fit below the text.
func (p paper) item(before, text string) {
	room := max(30, width-utf8.RuneCountInString(before))
	line := ""
	flush := func() {
		fmt.Fprintln(p.out, before+line)
		before = strings.Repeat(" ", utf8.RuneCountInString(before))
		line = ""
	}
	for word := range strings.FieldsSeq(text) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > room {
			flush()
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	flush()
}

// WriteText writes the page for a terminal.
func (o *Page) WriteText(w io.Writer) error {
	p := paper{bufio.NewWriter(w)}
	p.item("", "Art. "+o.Article+": "+o.Title)
	p.item("", o.ID+", "+o.Kind)
	p.heading("What it asks")
	p.item("  ", o.Description)
	if o.Exceptions != "" {
		p.item("  ", "Exceptions: "+o.Exceptions)
	}
	p.heading("Who, and since when")
	p.item("  Addressee    ", o.Addressee)
	p.item("  Size         ", o.Size)
	p.item("  Applies      ", o.Since)
	for _, other := range o.Presupposes {
		p.item("  Presupposes  ", "Art. "+other.Article+", "+other.Title+" ("+other.ID+"); where that does not exist, nothing is asked here")
	}
	p.item("  Enforced by  ", o.EnforcedBy)
	p.item("  Cap          ", o.Cap)
	p.heading(map[bool]string{true: "When it is breached", false: "What is noted; this provision cannot be breached"}[o.Breachable])
	for _, row := range o.Rows {
		p.row(o, row)
	}
	if len(o.SpeaksAgainst) > 0 {
		p.heading("What speaks against it and decides nothing")
		for _, d := range o.SpeaksAgainst {
			p.item("  - ", d.Message)
		}
	}
	p.heading("Facts that decide it")
	for _, f := range o.Facts {
		if strings.HasSuffix(f.Path, "[]") && slices.ContainsFunc(o.Facts, func(list Fact) bool { return list.Path+"[]" == f.Path }) {
			continue // the list has been named
		}
		p.item("  - ", f.asked()+" ["+f.Path+"]")
	}
	p.judgements(o)
	if o.Interpretation != "" {
		p.heading("Interpretation")
		p.item("  ", o.Interpretation)
	}
	p.heading("Official text")
	for _, link := range o.Links {
		p.item("  ", link)
	}
	p.item("  ", "Rules: "+o.Rules)
	return p.out.Flush()
}

// asked is the question, else the description, and what is wanted.
func (f Fact) asked() string {
	text := f.Question
	if text == "" {
		text = f.Description
	}
	details := f.Answer
	if f.Nature != "" {
		details += "; " + f.Nature
	}
	return text + " (" + strings.TrimPrefix(details, "; ") + ")"
}

func (p paper) row(o *Page, row Row) {
	fmt.Fprintln(p.out)
	p.item("  ", quoted(row.Words))
	g := row.Ground
	if g == nil {
		p.item("    ", "no ground: "+row.Reason)
		return
	}
	p.item("    ", g.Message+" ("+g.Code+")")
	line := func(name, text string) {
		if text != "" {
			p.item("      "+name+strings.Repeat(" ", max(1, 13-len(name))), text)
		}
	}
	line(map[bool]string{true: "breached if", false: "noted if"}[o.Breachable], g.Answer)
	for _, t := range g.Thresholds {
		line("threshold", strings.TrimSpace(fmt.Sprintf("%s = %v %s, a benchmark", t.Name, t.Value, t.Unit)))
	}
	for _, r := range g.Readings {
		line("reading", fmt.Sprintf("%s = %s, rival %s", r.Name, r.Chosen.Name, strings.Join(r.rivals(), ", ")))
	}
	if len(g.Thresholds)+len(g.Readings) == 0 {
		line("basis", "law")
	}
	line("has ended on", g.EndedOn)
	line("ends it", g.Remediation)
	line("for example", g.Shows.text())
	line("but not", g.Spares.text())
}

func (e *Example) text() string {
	if e == nil {
		return ""
	}
	var values []string
	for _, v := range e.Facts {
		said := words.Literal(v.Value)
		if utf8.RuneCountInString(said) > maxValue {
			said = words.FactValue(v.Value, "")
		}
		values = append(values, v.Fact+" = "+said)
	}
	if len(values) == 0 {
		return e.Note
	}
	return e.Note + " (" + strings.Join(values, ", ") + ")"
}

func (r Reading) rivals() []string {
	names := make([]string, len(r.Rivals))
	for i, rival := range r.Rivals {
		names[i] = rival.Name
	}
	return names
}

// judgements lists the parameters and the readings, which are no law.
func (p paper) judgements(o *Page) {
	if len(o.Parameters) > 0 {
		p.heading("Parameters: judgements, which another value can replace")
	}
	for _, t := range o.Parameters {
		p.item("  - ", strings.TrimSpace(fmt.Sprintf("%s = %v %s", t.Name, t.Value, t.Unit))+", since "+t.Since+", for "+quoted(t.Term)+": "+t.Reason)
	}
	if len(o.Readings) > 0 {
		p.heading("Readings: where the words bear more than one meaning, of which another can be chosen")
	}
	for _, r := range o.Readings {
		p.item("  - ", r.Name+": "+r.Question)
		p.item("      held here: ", r.Chosen.Name+": "+r.Chosen.Text)
		for _, rival := range r.Rivals {
			p.item("      or:        ", rival.Name+": "+rival.Text)
		}
	}
}

// WriteText writes what is to be said about a fact for a terminal.
func (f Fact) WriteText(w io.Writer) error {
	p := paper{bufio.NewWriter(w)}
	p.item("", f.asked())
	p.item("", f.Path)
	if f.Question != "" {
		p.heading("What it means")
		p.item("  ", f.Description)
	}
	if len(f.Obligations) > 0 {
		p.heading("Who reads it")
	} else {
		p.heading("Read by the rules about who is bound, and since when, or by none")
	}
	for _, o := range f.Obligations {
		p.item("  - ", "Art. "+o.Article+", "+o.Title+" ("+o.ID+")")
	}
	return p.out.Flush()
}

// quoted marks words of the law.
func quoted(text string) string {
	if text == "" {
		return "(on no words in particular)"
	}
	return "“" + text + "”"
}
