package fines

import (
	"time"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// Case is what is at stake for one document: what the facts say about money and
// about the circumstances, and the obligations that were judged.
type Case struct {
	// Obligations are those with a penalty that are breached or may be; the
	// caller adds them.
	Obligations []Obligation

	date       string
	designated string // none, vlop, vlose; "" if not known
	bases      []baseAmount
	days       int // of the financial year, 0 if not known
	known      map[string]known
	noFault    bool // neither intent nor negligence
	committed  string
	ended      string
	// articles are the circumstances of single Articles, by what is fined once.
	articles      map[string]articleFacts
	limitation    limitation
	circumstances []string
	// extraDays makes every duration longer, to see what that does.
	extraDays int64
}

// Standing says why an obligation is part of a case.
type Standing string

// The standings. They are never mixed: each has figures of its own.
const (
	Breached     Standing = "breach"
	Undetermined Standing = "undetermined"
	// Ahead is an obligation that does not apply yet and would be breached.
	Ahead Standing = "if_applicable"
)

// Obligation is what a fine depends on in one obligation.
type Obligation struct {
	ID      string
	Kind    report.Kind
	Penalty []report.Penalty
	// PartOf are the paragraphs that it is fined with, the closest first, where it
	// stands only in a delegated or implementing act.
	PartOf   []string
	Standing Standing
	// AppliesFrom is the first day, YYYY-MM-DD, or empty.
	AppliesFrom string
	// Findings holds, for each ground of a breach, the pointers of the facts that
	// it rests on.
	Findings [][]string
	// Ended is set where all findings have ended: there is nothing left that a
	// periodic payment could compel.
	Ended bool
}

// known is an input that the facts or the user settle.
type known struct {
	value  value
	source string
	// pointers are the facts that it comes from; empty if from the user.
	pointers []string
}

// CaseOf takes what fines depend on from what is known of a document. It returns
// [document.Problems] where an amount of turnover or income cannot be used, or where
// two entries speak of one Article.
func CaseOf(facts *document.Node) (Case, error) {
	r := given{facts}
	c := Case{date: r.day("/assessment/date"), known: map[string]known{}}
	var err error
	if c.bases, err = r.bases(); err != nil {
		return Case{}, err
	}
	c.designated = r.word("/service/designation_status")
	c.days = r.count(daysPointer)
	c.committed = notAfter(r.day("/supervision/infringement_committed_on"), c.date)
	c.ended = notAfter(r.day("/supervision/infringement_ended_on"), c.date)
	c.noFault = r.word("/supervision/culpability") == "none"
	for _, t := range vocabulary {
		if k, ok := r.input(t); ok {
			c.known[t.name] = k
		}
	}
	l := limitationFactsOf(r, c.date)
	if c.articles, err = r.articles(l); err != nil {
		return Case{}, err
	}
	c.limitation, c.circumstances = l.of(r.limitationBegan()), circumstancesOf(r)
	return c, nil
}

// Usable returns the error of [CaseOf], for whoever has no use for the case.
func Usable(facts *document.Node) error {
	r := given{facts}
	if _, err := r.bases(); err != nil {
		return err
	}
	_, err := r.articles(limitationFactsOf(r, r.day("/assessment/date")))
	return err
}

const day = 24 * time.Hour

// daysBetween counts the days from one to the other, both included; 0 if the
// second is earlier or one of them is no day.
func daysBetween(from, to string) int64 {
	a, errA := time.Parse(time.DateOnly, from)
	b, errB := time.Parse(time.DateOnly, to)
	if errA != nil || errB != nil || b.Before(a) {
		return 0
	}
	return int64(b.Sub(a)/day) + 1
}
