package fines

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/lazy"
)

// values computes the constants in the order of the file. One can only read
// those before it, so that there is no recursion.
func (l *loader) values(m *Model) {
	constants := names{"percent": Decimal{}}
	for _, v := range l.file.Values {
		name := v.Name.Text
		l.required(v.Name, "value "+name, map[string]text{"name": v.Name, "formula": v.Formula, "reason": v.Reason})
		_, isInput := inputTypeOf(name)
		switch {
		case name == "":
			continue
		case !variableName.MatchString(name) || isInput || slices.Contains([]string{"min", "max", "clamp", "decimal", "and", "or", "not", "in", "let", "if", "else", "true", "false", "nil"}, name):
			l.complain(v.Name, "%q cannot be the name of a value; expected lower-case words joined by underscores that mean nothing else", document.Shorten(name))
			continue
		case constants[name] != nil:
			l.complain(v.Name, "%s is defined twice", name)
			continue
		}
		if f, problem := compileFormula(v.Formula, constants); problem != nil {
			if strings.HasPrefix(problem.Message, "unknown name") {
				problem.Hint = "a value reads only the values above it, never itself, so that there is no recursion: " + strings.Join(constants.sorted(), ", ")
			}
			l.problems = append(l.problems, *problem)
		} else if result, problem := f.run(m.constant); problem != nil {
			l.problems = append(l.problems, *problem)
		} else {
			m.constant[name] = result
		}
		constants[name], l.known[name] = Decimal{}, Decimal{}
		if m.constant[name] == nil {
			m.constant[name] = Decimal{}
		}
	}
}

var variableName = lazy.NewRegexp(`^[a-z][a-z0-9_]*$`)

func (l *loader) steps(m *Model) {
	b := l.file.Base
	switch b.Of.Text {
	case "cap", "turnover":
		m.ofCap = b.Of.Text == "cap"
	default:
		l.complain(orNear(b.Of, l.file.Name), "base: of is %q; expected cap or turnover", document.Shorten(b.Of.Text))
	}
	m.base = l.step(l.file.Name, "base share", factorFile{
		Formula: b.Formula, Low: b.Low, Central: b.Central, High: b.High, Reason: b.Reason, Source: b.Source,
	})
	seen := map[string]bool{}
	for _, f := range l.file.Factors {
		l.required(f.Name, "factor", map[string]text{"name": f.Name})
		if seen[f.Name.Text] {
			l.complain(f.Name, "factor %s is defined twice", f.Name.Text)
		}
		seen[f.Name.Text] = true
		m.factors = append(m.factors, l.step(f.Name, f.Name.Text, f))
	}
}

func (l *loader) step(near text, name string, f factorFile) step {
	s := step{name: name, reason: oneLine(f.Reason), source: oneLine(f.Source)}
	l.required(orNear(f.Formula, near), name, map[string]text{"reason": f.Reason, "source": f.Source})
	three := []text{f.Low, f.Central, f.High}
	given := 0
	for _, t := range three {
		if t.Text != "" {
			given++
		}
	}
	switch {
	case f.Formula.Text != "" && given == 0:
		three = []text{f.Formula, f.Formula, f.Formula}
	case f.Formula.Text != "" || given != 3:
		l.complain(orNear(f.Formula, near), "%s: give one formula, or low, central and high", name)
		return s
	}
	for i, into := range []**formula{&s.low, &s.central, &s.top} {
		if i > 0 && three[i] == three[0] {
			*into = s.low
			continue
		}
		compiled, problem := compileFormula(three[i], l.known)
		if problem != nil {
			l.problems = append(l.problems, *problem)
		}
		*into = compiled
	}
	return s
}

func (l *loader) decision(m *Model) {
	d := l.file.Decision
	m.decision = decision{reason: oneLine(d.Reason), source: oneLine(d.Source)}
	near := orNear(d.Low, l.file.Name)
	l.required(near, "decision", map[string]text{"low": d.Low, "central": d.Central, "high": d.High, "reason": d.Reason})
	for _, part := range []struct {
		text text
		into *int
	}{{d.Low, &m.decision.low}, {d.Central, &m.decision.central}, {d.High, &m.decision.high}} {
		if part.text.Text == "all" || part.text.Text == "" {
			continue
		}
		n, err := strconv.Atoi(part.text.Text)
		if err != nil || n < 1 || n > 1000 {
			l.complain(part.text, "decision: %q; expected all or a number of infringements from 1", document.Shorten(part.text.Text))
			continue
		}
		*part.into = n
	}
	counts := func(n int) int {
		if n == 0 {
			return 1 << 30
		}
		return n
	}
	if counts(m.decision.low) > counts(m.decision.central) || counts(m.decision.central) > counts(m.decision.high) {
		l.complain(near, "decision: low, central and high must count more and more infringements")
	}
}

// try evaluates every step at the ends of what is possible, so that a model
// that divides by zero is refused before it meets a case.
func (l *loader) try(m *Model) {
	candidates := map[string]candidate{}
	for _, t := range vocabulary {
		if t.settled && !t.number() {
			c := candidate{central: value{word: t.words[0]}}
			for _, word := range t.words {
				c.possible = append(c.possible, value{word: word})
			}
			candidates[t.name] = c
		}
	}
	candidates["cap_percent"] = candidate{possible: []value{{number: exact.Int(1)}, {number: exact.Int(6)}}, central: value{number: exact.Int(6)}}
	for _, in := range m.inputs {
		candidates[in.name] = in.candidate(in.possible)
	}
	for _, s := range append([]step{m.base}, m.factors...) {
		if _, problem := s.evaluate(candidates, m.constant); problem != nil {
			l.problems = append(l.problems, *problem)
		}
	}
}
