package fines

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/lazy"
)

// loader turns a model file into a model and collects what is wrong.
type loader struct {
	file     *modelFile
	name     string
	known    names
	problems document.Problems
	table    []byte // of published decisions
}

func (l *loader) complain(at text, format string, args ...any) {
	p := at.problem(0, fmt.Sprintf(format, args...))
	p.Position.File = l.name
	l.problems = append(l.problems, *p)
}

// required complains about texts that are missing. A missing text has no place
// of its own, so that the place of a neighbour stands in.
func (l *loader) required(near text, what string, texts map[string]text) {
	for _, key := range sortedKeys(texts) {
		if strings.TrimSpace(texts[key].Text) == "" {
			l.complain(near, "%s: %s is missing", what, key)
		}
	}
}

var modelName = lazy.NewRegexp(`^[a-z0-9]+([._-][a-z0-9]+)*$`)

func (l *loader) load(files fs.FS) *Model {
	f := l.file
	m := &Model{
		Name: f.Name.Text, Title: oneLine(f.Title), Kind: report.ModelKind(f.Kind.Text), About: oneLine(f.About),
		constant: map[string]any{"percent": exact.MustParse("0.01")},
	}
	l.required(f.Name, "model", map[string]text{"name": f.Name, "title": f.Title, "about": f.About})
	if f.Name.Text != "" && !modelName.MatchString(f.Name.Text) {
		l.complain(f.Name, "name is %q; expected lower-case words joined by hyphens", document.Shorten(f.Name.Text))
	}
	if !slices.Contains([]report.ModelKind{report.ReferenceModel, report.CalibratedModel, report.AnalogyModel, report.JudgementModel}, m.Kind) {
		l.complain(f.Kind, "kind is %q; expected %s, %s, %s or %s", document.Shorten(f.Kind.Text), report.ReferenceModel, report.CalibratedModel, report.AnalogyModel, report.JudgementModel)
	}
	if len(f.Caveats) == 0 {
		l.complain(f.Name, "caveats is missing; say what the range does not tell")
	}
	for _, c := range f.Caveats {
		m.Caveats = append(m.Caveats, oneLine(c))
	}
	if m.Kind == report.ReferenceModel {
		l.reference(m, files)
		return m
	}
	if f.Reference != nil {
		l.complain(f.Kind, "kind is %s, but the file has a reference", m.Kind)
	}
	l.inputs(m)
	l.values(m)
	l.steps(m)
	l.decision(m)
	l.calibration(m)
	if len(l.problems) == 0 {
		l.try(m)
	}
	return m
}

func (l *loader) inputs(m *Model) {
	l.known = names{"percent": Decimal{}}
	for _, t := range vocabulary {
		if t.settled {
			l.known[t.name] = t.zero()
		}
	}
	for _, in := range l.file.Inputs {
		t, exists := inputTypeOf(in.Name.Text)
		switch {
		case !exists:
			l.complain(in.Name, "there is no input %q; expected one of %s", document.Shorten(in.Name.Text), inputNames())
			continue
		case t.settled:
			l.complain(in.Name, "%s is always known; formulas read it without listing it", t.name)
			continue
		case l.known[t.name] != nil:
			l.complain(in.Name, "%s is listed twice", t.name)
			continue
		}
		l.known[t.name] = t.zero()
		l.required(in.Name, t.name, map[string]text{"assume": in.Assume, "reason": in.Reason})
		m.inputs = append(m.inputs, l.input(t, in))
	}
}

func (l *loader) input(t inputType, in inputFile) modelInput {
	input := modelInput{inputType: t, reason: oneLine(in.Reason)}
	for _, p := range in.Possible {
		v, err := t.parse(p.Text)
		if err != nil {
			l.complain(p, "%v", err)
			continue
		}
		input.possible = append(input.possible, v)
	}
	input.half, input.most = t.number() && in.Assume.Text == "half", t.number() && in.Assume.Text == "most"
	if !input.half && !input.most && in.Assume.Text != "" {
		v, err := t.parse(in.Assume.Text)
		if err != nil {
			l.complain(in.Assume, "%v", err)
		}
		input.assume = v
	}
	switch {
	case !t.number():
		// All words are possible unless the facts say more: a shorter list would
		// make the range too narrow.
		if len(in.Possible) > 0 && len(input.possible) != len(t.words) {
			l.complain(in.Possible[0], "%s: all of %s are possible; leave the list out", t.name, strings.Join(t.words, ", "))
		}
		input.possible = nil
		for _, word := range t.words {
			input.possible = append(input.possible, value{word: word})
		}
	case len(input.possible) != 2:
		l.complain(in.Name, "%s: possible takes the smallest and the largest number, such as [0, 3], in %s", t.name, t.unit)
	case input.possible[0].number.Cmp(input.possible[1].number) >= 0:
		l.complain(in.Possible[0], "%s: the smallest number is not below the largest", t.name)
	case !input.half && !input.most && (input.assume.number.Cmp(input.possible[0].number) < 0 || input.assume.number.Cmp(input.possible[1].number) > 0):
		l.complain(in.Assume, "%s: %s is assumed, outside of what is possible", t.name, input.assume)
	}
	return input
}

func (t inputType) zero() any {
	if t.number() {
		return Decimal{}
	}
	return ""
}

// candidate returns what an unknown input can be within the ends given.
func (in modelInput) candidate(ends []value) candidate {
	c := candidate{possible: slices.Clone(ends), central: in.assume}
	if !in.number() {
		return c
	}
	low, high := ends[0].number, ends[1].number
	if in.most {
		c.central.number = high
	}
	if in.half {
		c.central.number = exact.Must(exact.Must(low.Add(high)).Div(exact.Int(2))).Rounded(0, exact.Down)
	}
	c.central.number = c.central.number.Max(low).Min(high)
	c.possible = append(c.possible, c.central)
	return c
}

func orNear(t, near text) text {
	if t.Line == 0 {
		return near
	}
	return t
}

func oneLine(t text) string { return strings.Join(strings.Fields(t.Text), " ") }

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
