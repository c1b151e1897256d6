package fines

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/internal/exact"
)

// articleNames are the ways in which facts can name what is fined, the closest
// first: 40(12), then 40.
func (i infringement) articleNames() []string {
	article, _, _ := strings.Cut(i.label, "(")
	return []string{i.label, article}
}

// period returns the days on which an infringement began and ended, with the
// fact that says so; empty where not known.
func (j *job) period(i infringement) (committed, ended, pointer string) {
	for _, article := range i.articleNames() {
		if a := j.articles[article]; a.committed != "" || a.ended != "" {
			if a.committed == "" {
				return j.committed, a.ended, committedPointer
			}
			return a.committed, cmp.Or(a.ended, j.ended), a.committedAt
		}
	}
	return j.committed, j.ended, committedPointer
}

// firstProvisions is the day from which the first provisions applied, Art. 93(2).
const firstProvisions = "2022-11-16"

const committedPointer = "/supervision/infringement_committed_on"

// duration returns how long an infringement lasted, if that is known, and from
// when at the earliest it can have lasted.
func (j *job) duration(i infringement) (k known, from string) {
	from = cmp.Or(i.appliesFrom, firstProvisions)
	if given, ok := j.knownOf("duration_days", i); ok {
		given.value.number = exact.Must(given.value.number.Add(exact.Int(j.extraDays)))
		return given, from
	}
	committed, ended, pointer := j.period(i)
	if committed == "" {
		return known{}, from
	}
	return known{
		value:    value{number: exact.Int(daysBetween(max(committed, from), cmp.Or(ended, j.date)) + j.extraDays)},
		source:   "facts: from the day of the infringement, not before the duty applied, to its end or to the assessment",
		pointers: []string{pointer},
	}, from
}

// durationEnds bounds a duration by the days for which the duty has applied: an
// upper bound, not a finding. A duty that does not apply yet has none.
func (j *job) durationEnds(in modelInput, from, ended string) ([]value, string) {
	days := daysBetween(from, cmp.Or(ended, j.date))
	if days == 0 {
		return in.possible, ""
	}
	days += j.extraDays
	lowest := in.possible[0].number.Min(exact.Int(days))
	highest := in.possible[1].number.Min(exact.Int(days))
	return []value{{number: lowest}, {number: highest}},
		fmt.Sprintf("; upper bound: the duty can have been breached from %s at the earliest", from)
}
