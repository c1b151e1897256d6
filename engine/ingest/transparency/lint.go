package transparency

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
)

// Finding is something that is wrong with a report.
type Finding struct {
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Ref      Ref      `json:"at"`
	Cell     string   `json:"cell,omitempty"`
	Message  string   `json:"message"`
	Basis    string   `json:"basis,omitempty"`
}

// String returns the finding on one line.
func (f Finding) String() string {
	s := fmt.Sprintf("%s: %s: %s (%s)", f.Ref, f.Severity, f.Message, f.Rule)
	if f.Basis != "" {
		s += ", " + f.Basis
	}
	return s
}

// Lint checks a report against Annex II and against itself: everything at once,
// in the order of the parts and their cells.
func (r *Report) Lint() ([]Finding, error) {
	law, err := loadLaw()
	if err != nil {
		return nil, err
	}
	l := &linter{r: r, law: law}
	l.notes()
	l.parts()
	l.dates()
	l.values()
	for _, block := range l.blocks() {
		l.categories(block)
		l.columns(block)
		l.outcomes(block)
		l.kinds(block)
	}
	l.automation()
	l.people()
	l.recipients()
	order := map[string]int{}
	for i, s := range r.Sheets {
		order[s.at(0, 0).String()] = i
	}
	place := func(f Finding) int { return order[Ref{File: f.Ref.File, Sheet: f.Ref.Sheet}.String()] }
	slices.SortStableFunc(l.findings, func(a, b Finding) int {
		return cmp.Or(place(a)-place(b), a.Ref.Row-b.Ref.Row, a.Ref.Column-b.Ref.Column, cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return slices.Compact(l.findings), nil
}

type linter struct {
	r        *Report
	law      law
	findings []Finding
}

func (l *linter) find(rule string, at Ref, format string, args ...any) {
	known, ok := ruleOf(rule)
	if !ok {
		panic("there is no rule " + rule)
	}
	l.findings = append(l.findings, Finding{
		Rule: rule, Severity: known.Severity, Ref: at, Cell: at.Cell(), Message: fmt.Sprintf(format, args...), Basis: known.Basis,
	})
}

// notes makes findings of what was noted while reading.
func (l *linter) notes() {
	for _, n := range l.r.Notes {
		if n.rule != "" {
			l.find(n.rule, n.Ref, "%s", n.Text)
		}
	}
}

func (l *linter) parts() {
	var missing []int
	for part := 1; part <= 11; part++ {
		if !l.r.has(part) {
			missing = append(missing, part)
		}
	}
	if len(missing) > 0 {
		l.find("part-missing", Ref{File: l.r.Sheets[0].File}, "there is no part %s of the template; parts 9 and 10 are asked of designated services only", list(missing))
	}
}

func list(numbers []int) string {
	s := ""
	for i, n := range numbers {
		switch {
		case i > 0 && i == len(numbers)-1:
			s += " and "
		case i > 0:
			s += ", "
		}
		s += fmt.Sprint(n)
	}
	return s
}

// longMedian is 30 days: no rule of law, but rarely meant in hours.
var longMedian = big.NewRat(720, 1)

func (l *linter) values() {
	for _, e := range l.r.Entries {
		if e.State != Known {
			continue
		}
		switch {
		case e.Kind == Share && (e.Value.Sign() < 0 || e.Value.Cmp(one) > 0):
			l.find("share-range", e.Ref, "%s is not between 0 and 1", e.Text)
		case e.Value.Sign() < 0:
			l.find("count-negative", e.Ref, "%s is below zero", e.Text)
		case e.Kind == Count && !e.Value.IsInt():
			l.find("count-not-whole", e.Ref, "%s is no whole number", e.Text)
		case e.Kind == Hours && e.Value.Cmp(longMedian) > 0:
			l.find("median-long", e.Ref, "a median of %s hours is %s days; are these hours?", decimal(e.Value), decimal(new(big.Rat).Quo(e.Value, big.NewRat(24, 1))))
		}
	}
}

// block is a part, or a piece of one that was split, with its cells by meaning.
type block struct {
	part    int
	entries []*Entry
	index   map[key]*Entry
}

type key struct{ measure, category, keyword, scope string }

func (l *linter) blocks() []*block {
	var order []*block
	byName := map[string]*block{}
	for _, e := range l.r.Entries {
		name := fmt.Sprint(e.Part, "/", e.Surface)
		b := byName[name]
		if b == nil {
			b = &block{part: e.Part, index: map[key]*Entry{}}
			byName[name], order = b, append(order, b)
		}
		b.entries = append(b.entries, e)
		b.index[key{e.Measure, e.Category, e.Keyword, e.Scope}] = e
	}
	return order
}

// at returns a cell that holds a number, or nil.
func (b *block) at(measure, category, keyword, scope string) *Entry {
	if e := b.index[key{measure, category, keyword, scope}]; e != nil && e.State == Known {
		return e
	}
	return nil
}

// sum adds up the cells that match. It tells whether there was one with a
// number, and gives up on any that could not be read.
func (b *block) sum(match func(*Entry) bool) (*big.Rat, bool) {
	total, some := new(big.Rat), false
	for _, e := range b.entries {
		if !match(e) {
			continue
		}
		switch e.State {
		case Unreadable:
			return nil, false
		case Known:
			total.Add(total, e.Value)
			some = true
		}
	}
	return total, some
}
