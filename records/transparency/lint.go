package transparency

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

	"github.com/dsaeval/dsaeval/records/lint"
)

// LintOptions say what a report is compared with besides itself.
type LintOptions struct {
	// Statements are the statements of reasons of the same service and period.
	Statements *lint.Statements
}

// Lint checks a report against Annex II and against itself: everything at once,
// in the order of the parts and their cells.
func (r *Report) Lint(options LintOptions) (*lint.Report, error) {
	l := &linter{r: r, law: lawful(), looked: map[string]int{}}
	l.reading()
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
	if err := l.statements(options.Statements); err != nil {
		return nil, err
	}
	l.sort()
	return l.report(options), nil
}

func (l *linter) sort() {
	order := map[string]int{}
	for i, s := range l.r.Sheets {
		order[s.At(0, 0).String()] = i
	}
	place := func(f lint.Finding) int { return order[Ref{File: f.Ref.File, Sheet: f.Ref.Sheet}.String()] }
	slices.SortStableFunc(l.findings, func(a, b lint.Finding) int {
		return cmp.Or(place(a)-place(b), a.Ref.Row-b.Ref.Row, a.Ref.Column-b.Ref.Column, cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	l.findings = lint.Fold(slices.CompactFunc(l.findings, func(a, b lint.Finding) bool {
		return a.Ref == b.Ref && a.Rule == b.Rule && a.Message == b.Message
	}))
}

func (l *linter) report(options LintOptions) *lint.Report {
	id := l.r.Identification
	report := &lint.Report{
		Version: lint.Version,
		Service: lint.Service{Name: id.Service.Text, Provider: id.Provider.Text},
		Period:  lint.Period{From: id.From.Text, To: id.To.Text, Published: id.Published.Text},
		Files:   l.r.Files, Tables: len(l.r.Sheets), Cells: len(l.r.Entries),
		Findings: append([]lint.Finding{}, l.findings...), Assumed: []lint.Assumption{}, Statements: options.Statements,
	}
	for _, n := range l.r.Notes {
		// What a rule speaks of is a finding.
		if n.Decision && n.Rule == "" {
			report.Assumed = append(report.Assumed, lint.Assumption{Ref: n.Ref, Text: n.Text})
		}
	}
	found := map[string]int{}
	for _, f := range l.findings {
		found[f.Rule]++
		if f.Severity == lint.Error {
			report.Summary.Errors++
		} else {
			report.Summary.Warnings++
		}
	}
	for _, rule := range rules {
		report.Rules = append(report.Rules, lint.RuleResult{Rule: rule.public(), Checked: l.looked[rule.id], Findings: found[rule.id]})
		if l.looked[rule.id] > 0 {
			report.Summary.Checked++
		} else {
			report.Summary.NotChecked++
		}
	}
	return report
}

type linter struct {
	r        *Report
	law      legal
	findings []lint.Finding
	looked   map[string]int // by rule
}

// check looks at something for a rule, and finds it wrong or not.
func (l *linter) check(rule string, wrong bool, at Ref, format string, args ...any) {
	l.looked[rule]++
	if wrong {
		l.find(rule, "", at, format, args...)
	}
}

// find adds a finding, which rests on the provision of its rule unless a closer
// one is named.
func (l *linter) find(rule, basis string, at Ref, format string, args ...any) {
	known, ok := ruleOf(rule)
	if !ok {
		panic("there is no rule " + rule)
	}
	l.findings = append(l.findings, lint.Finding{
		Rule: rule, Severity: known.severity, Ref: at, Cell: at.Cell(), Line: l.r.lineOf(at), Message: fmt.Sprintf(format, args...), Basis: cmp.Or(basis, known.basis),
	})
}

// reading makes findings of what was noted while reading.
func (l *linter) reading() {
	for _, rule := range rules {
		if rule.reads != nil {
			l.looked[rule.id] = rule.reads(l.r)
		}
	}
	for _, n := range l.r.Notes {
		if n.Rule != "" {
			l.looked[n.Rule] = max(1, l.looked[n.Rule])
			l.find(n.Rule, "", n.Ref, "%s", n.Text)
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
	l.check("part-missing", len(missing) > 0, Ref{File: l.r.Sheets[0].File},
		"there is no part %s of the template; parts 9 and 10 are asked of designated services only", list(missing))
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
		if e.Kind == Share {
			l.check("share-range", e.Value.Sign() < 0 || e.Value.Cmp(one) > 0, e.Ref, "%s is not between 0 and 1", e.Text)
			continue
		}
		l.check("count-negative", e.Value.Sign() < 0, e.Ref, "%s is below zero", e.Text)
		if e.Kind == Count {
			// Persons can be given as full-time equivalents.
			if e.Part != partPeople {
				l.check("count-not-whole", !e.Value.IsInt() && e.Value.Sign() >= 0, e.Ref, "%s is no whole number", e.Text)
			}
			continue
		}
		days := new(big.Rat).Quo(e.Value, big.NewRat(24, 1))
		l.check("median-long", e.Value.Cmp(longMedian) > 0, e.Ref, "a median of %s hours is %s days; are these hours?", decimal(e.Value), decimal(days))
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

// sum adds up the cells that match.
func (b *block) sum(match func(*Entry) bool) *tally {
	t := &tally{sum: new(big.Rat)}
	for _, e := range b.entries {
		if match(e) {
			t.add(e)
		}
	}
	return t
}
