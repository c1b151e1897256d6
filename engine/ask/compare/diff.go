package compare

import "github.com/dsaeval/dsaeval/engine/report"

// schemaVersion is the version of the JSON of a [Diff]. It grows when a name is
// removed or changes its meaning.
const schemaVersion = 1

// Class says what became of an obligation, a finding or a fact.
type Class string

// The classes, in the order in which they are told.
const (
	New          Class = "new"          // a breach, or a finding, that was not there
	Resolved     Class = "resolved"     // a breach, or a finding, that is gone
	Changed      Class = "changed"      // anything else that is not as it was
	StillOpen    Class = "still_open"   // breached or undetermined as before
	Unchanged    Class = "unchanged"    // kept, or not applicable, as before
	Incomparable Class = "incomparable" // judged in one of the reports only
)

// Diff is what has changed between old and new reports. Its JSON is described by
// schemas/diff.schema.json; slices are never null.
type Diff struct {
	SchemaVersion int `json:"schema_version"`
	// Worse is true if anything got worse.
	Worse    bool      `json:"worse"`
	Summary  Summary   `json:"summary"`
	Services []Service `json:"services"` // in the order of the new reports
	// Unpaired are the reports about a service and a day for which the other side has none.
	Unpaired []Unpaired `json:"unpaired"`
}

// Summary counts obligations by what became of them.
type Summary struct {
	New          int `json:"new"`
	Resolved     int `json:"resolved"`
	Changed      int `json:"changed"`
	StillOpen    int `json:"still_open"`
	Unchanged    int `json:"unchanged"`
	Incomparable int `json:"incomparable"`
	// Worse counts those of the obligations that got worse.
	Worse int `json:"worse"`
}

// Service is what has changed for one service.
type Service struct {
	Service report.Service `json:"service"`
	Old     Side           `json:"old"`
	New     Side           `json:"new"`
	// Unlike says in what the two assessments differ beside the facts. What has
	// changed may then come from that.
	Unlike      []Unlike     `json:"unlike"`
	Summary     Summary      `json:"summary"`
	Obligations []Obligation `json:"obligations"` // all but the unchanged, in the order of the Regulation
}

// Side is one of the two reports about a service.
type Side struct {
	File           string         `json:"file"`
	AssessmentDate report.Day     `json:"assessment_date"`
	Summary        report.Summary `json:"summary"`
	// CapPerDecision is the most that a decision can impose, with its currency; null
	// if nothing is at stake, or nobody knows how much.
	CapPerDecision *string `json:"cap_per_decision"`
}

// Unpaired is a report that there is nothing to compare with.
type Unpaired struct {
	Service        report.Service `json:"service"`
	AssessmentDate report.Day     `json:"assessment_date"`
	// OnlyIn is old or new.
	OnlyIn string         `json:"only_in"`
	Totals report.Summary `json:"summary"`
}

// What two assessments can differ in.
const (
	otherService    = "service"
	otherDate       = "assessment_date"
	otherPolicies   = "policies"
	otherParameters = "parameters"
	otherSelection  = "selection"
	otherVersion    = "schema_version"
	otherDetail     = "detail"
)

// Unlike is a part in which two assessments differ.
type Unlike struct {
	// What is service, assessment_date, policies, parameters, selection,
	// schema_version or detail.
	What string `json:"what"`
	Old  string `json:"old"`
	New  string `json:"new"`
	// Why says what that means for the comparison.
	Why string `json:"why"`
}

// Obligation is what became of one obligation.
type Obligation struct {
	ID      string `json:"id"`
	Article string `json:"article"`
	Title   string `json:"title"`
	Class   Class  `json:"class"`
	// Worse is true if that is worse than before; [Options] says what is.
	Worse bool `json:"worse"`
	// Old and New are the verdicts; null where the report has none.
	Old *report.Verdict `json:"old"`
	New *report.Verdict `json:"new"`
	// OldEnded and NewEnded say of a breach that it has ended.
	OldEnded bool `json:"old_ended"`
	NewEnded bool `json:"new_ended"`
	// Why says why the obligation cannot be compared; empty where it can.
	Why      string    `json:"why"`
	Findings []Finding `json:"findings"`
	// Answered are the facts that it waited for and does not wait for any more, and
	// Asked those that it waits for now and did not; both are JSON Pointers.
	Answered []string `json:"answered"`
	Asked    []string `json:"asked"`
}

// Finding is what became of one finding. It is told as the new report has it or,
// where it is resolved, as the old one had it.
type Finding struct {
	Class   Class  `json:"class"`
	Code    string `json:"code"`
	Message string `json:"message"`
	// Item is the index of the element of a list that is meant; null if none.
	Item  *int         `json:"item"`
	Basis report.Basis `json:"basis"`
	// Alternative is true where one of several findings holds, but not certainly this one.
	Alternative bool `json:"alternative"`
	// Waived is true if the finding fails no run.
	Waived bool `json:"waived"`
	// OldEndedOn and NewEndedOn are the days on which it had ended by either report;
	// null if it ran, or was not there.
	OldEndedOn *report.Day `json:"old_ended_on"`
	NewEndedOn *report.Day `json:"new_ended_on"`
	// Evidence are the facts behind it that are not as they were.
	Evidence []Evidence `json:"evidence"`
}

// Evidence is a fact behind a finding that is not as it was.
type Evidence struct {
	Pointer string `json:"pointer"`
	// Old and New are the fact on each side; null where the finding does not rest on it.
	Old *Fact `json:"old"`
	New *Fact `json:"new"`
}

// Fact is a fact as one of the reports has it.
type Fact struct {
	Value  any           `json:"value"`
	Status report.Status `json:"status"`
	Line   int           `json:"line"`
	Column int           `json:"column"`
}

// Add counts one more obligation.
func (s *Summary) Add(o Obligation) {
	if o.Worse {
		s.Worse++
	}
	switch o.Class {
	case New:
		s.New++
	case Resolved:
		s.Resolved++
	case Changed:
		s.Changed++
	case StillOpen:
		s.StillOpen++
	case Unchanged:
		s.Unchanged++
	case Incomparable:
		s.Incomparable++
	}
}

func (s *Summary) addAll(other Summary) {
	s.New += other.New
	s.Resolved += other.Resolved
	s.Changed += other.Changed
	s.StillOpen += other.StillOpen
	s.Unchanged += other.Unchanged
	s.Incomparable += other.Incomparable
	s.Worse += other.Worse
}
