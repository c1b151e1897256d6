package calendar

import (
	"cmp"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// schemaVersion is the version of schemas/calendar.schema.json.
const schemaVersion = 1

// Calendar is what begins, ends and falls due for one service. Slices are never
// null.
type Calendar struct {
	SchemaVersion  int            `json:"schema_version"`
	AssessmentDate report.Day     `json:"assessment_date"`
	Until          report.Day     `json:"until"` // the last day that is looked at
	Service        report.Service `json:"service"`
	// Entries stand in the order of their days: what is overdue, what comes, what has
	// no day, what is done.
	Entries    []Entry           `json:"entries"`
	Provenance report.Provenance `json:"provenance"`
}

// Kind says what an entry tells of.
type Kind string

// The kinds.
const (
	Due    Kind = "due"    // something has to be done at the latest on the day
	Begins Kind = "begins" // obligations apply from the day on
	Ends   Kind = "ends"   // obligations, a lateness or a waiver apply up to the day
)

// Status says how far an entry is.
type Status string

// The states.
const (
	// Open: the day is not over.
	Open Status = "open"
	// Overdue: the day is over, and it was not done.
	Overdue Status = "overdue"
	// Unclear: the day is over, or not known, and the facts do not say whether it was done.
	Unclear Status = "unclear"
	// Done: the facts name the day on which it was done, in time or so long ago that
	// it no longer matters.
	Done Status = "done"
	// DoneLate: as before, but after its day.
	DoneLate Status = "done_late"
)

// Entry is one day, or one thing whose day is not known.
type Entry struct {
	// UID stays the same when the day of the same thing moves.
	UID    string `json:"uid"`
	Kind   Kind   `json:"kind"`
	Status Status `json:"status"`
	// Earliest and Latest are the days between which the day lies; the
	// same where it is known, null where nothing says so. Of what is done they are the
	// day on which it was.
	Earliest *report.Day `json:"earliest"`
	Latest   *report.Day `json:"latest"`
	Title    string      `json:"title"`
	Article  string      `json:"article"`
	// Obligations are the ids of those that the entry is about, one where it is due.
	Obligations []string `json:"obligations"`
	// Certain is false where the facts leave open whether the obligation applies.
	Certain bool `json:"certain"`
	// Grounds are what is found on the day after, if nothing is done.
	Grounds []Ground `json:"grounds"`
	// Facts are those that the day rests on.
	Facts []Fact `json:"facts"`
	// Missing are those that leave the day, or whether it was kept, open.
	Missing []Missing `json:"missing"`
}

// Ground is a finding of the day after.
type Ground struct {
	Code       string                  `json:"code"`
	Message    string                  `json:"message"`
	Item       *int                    `json:"item"` // index of the element that is meant; null if none
	Basis      report.Basis            `json:"basis"`
	Parameters []report.ParameterValue `json:"parameters"`
}

// Missing is a fact that nobody gave.
type Missing struct {
	Pointer  string `json:"pointer"` // JSON Pointer into the facts
	Question string `json:"question"`
}

// Day is the day of an entry, or the first on which it can be; empty where none is known.
func (e Entry) Day() report.Day {
	switch {
	case e.Earliest != nil:
		return *e.Earliest
	case e.Latest != nil:
		return *e.Latest
	}
	return ""
}

// Exact reports whether the day is known.
func (e Entry) Exact() bool {
	return e.Earliest != nil && e.Latest != nil && *e.Earliest == *e.Latest
}

// rank orders entries: overdue, then what comes, what has no day, what has none and
// perhaps does not apply, what is done.
func (e Entry) rank() int {
	switch {
	case e.Status == Done || e.Status == DoneLate:
		return 4
	case e.Day() == "" && !e.Certain:
		return 3
	case e.Day() == "":
		return 2
	case e.Status == Overdue || e.Status == Unclear:
		return 0
	}
	return 1
}

func (c *Calendar) sort() {
	slices.SortStableFunc(c.Entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.Day(), b.Day()))
	})
}
