package calendar

import (
	"context"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/lists"
	"github.com/dsaeval/dsaeval/internal/words"
)

// addDue adds deadlines of one obligation that have the same day.
func (m *maker) addDue(ctx context.Context, together []*deadline) error {
	d := together[0]
	o := d.obligation
	e := Entry{
		Kind: Due, Status: d.status, Certain: d.certain, Earliest: day(d.earliest), Latest: day(d.latest),
		Title: o.Title, Article: o.Article, Obligations: []string{o.ID},
	}
	// What it rests on is said of the first day on which it is late, what is missing
	// of the first on which it may be.
	late := d.opens
	if d.latest != "" && d.status != Overdue {
		late = d.latest.AddDays(1)
	}
	_, judged, err := m.judgedOn(ctx, report.Day(late), o.ID)
	if err != nil {
		return err
	}
	for _, one := range together {
		e.ground(judged, one)
	}
	r, judged, err := m.judgedOn(ctx, report.Day(d.opens), o.ID)
	if err != nil {
		return err
	}
	for _, one := range together {
		e.open(r, judged, one)
	}
	m.add(e)
	return nil
}

// ground adds what a finding says and rests on.
func (e *Entry) ground(judged report.Obligation, d *deadline) {
	for _, f := range judged.Findings {
		if f.Code != d.code || !sameItem(f.Item, d.item) {
			continue
		}
		e.Grounds = append(e.Grounds, Ground{Code: f.Code, Message: words.Finding(f), Item: f.Item, Basis: f.Basis, Parameters: lists.OrEmpty(f.Parameters)})
		e.rest(f.Evidence)
		return
	}
	g := Ground{Code: d.code, Message: ruleOf(d.obligation, d.code).Message, Basis: judged.Basis, Parameters: lists.OrEmpty(judged.Parameters)}
	if d.item >= 0 {
		g.Item = &d.item
	}
	e.Grounds = append(e.Grounds, g)
}

// open adds the facts that a finding waits for.
func (e *Entry) open(r *report.Report, judged report.Obligation, d *deadline) {
	for _, fact := range judged.Missing {
		waits := slices.ContainsFunc(fact.Open, func(i int) bool {
			q := judged.Open[i]
			return q.Decides == report.Applies || q.Finding == d.code && sameItem(q.Item, d.item)
		})
		if waits && !slices.ContainsFunc(e.Missing, func(m Missing) bool { return m.Pointer == fact.Pointer }) {
			e.Missing = append(e.Missing, missing(r, fact.Pointer))
		}
	}
}

func missing(r *report.Report, pointer string) Missing {
	m := Missing{Pointer: pointer, Question: words.Fact(pointer)}
	if i := slices.IndexFunc(r.Questions, func(q report.Question) bool { return q.Pointer == pointer }); i >= 0 {
		m.Question = words.Question(r.Questions[i])
	}
	return m
}

func sameItem(item *int, index int) bool {
	if item == nil {
		return index < 0
	}
	return *item == index
}

func day(d report.Day) *report.Day {
	if d == "" {
		return nil
	}
	return &d
}
