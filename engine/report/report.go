package report

// SchemaVersion is the version of the JSON report. It grows when a name is
// removed or changes its meaning.
const SchemaVersion = 2

// Report is the outcome for one fact document. Its JSON is described by
// schemas/report.schema.json; slices are never null.
type Report struct {
	SchemaVersion int `json:"schema_version"`
	// Detail says how much was worked out; what is below it is empty.
	Detail         Detail       `json:"detail"`
	AssessmentDate Day          `json:"assessment_date"`
	Service        Service      `json:"service"`
	Summary        Summary      `json:"summary"`
	Obligations    []Obligation `json:"obligations"` // in the order of the Regulation
	// Context holds provisions that cannot be breached: indicators, options,
	// voluntary codes. They are never fined and fail no run.
	Context []Context `json:"context"`
	// Parameters are the judgements that take part in the obligations, in the order of their names.
	Parameters []Parameter `json:"parameters"`
	// Readings are the places where the law bears more than one meaning and that
	// take part in the obligations, in the order of their names.
	Readings []Reading `json:"readings"`
	// Questions are the facts that undetermined obligations wait for, in the order
	// in which the obligations ask for them.
	Questions []Question `json:"questions"`
	// Next are the pointers of the questions to ask next, those first whose answers
	// decide most. Empty unless whoever has papers written has them ranked (package
	// ask). It is not saved, as it follows from the rest.
	Next []string `json:"-"`
	// SetAside are the facts that are given and decide nothing, in the order of the file.
	SetAside []SetAside `json:"set_aside"`
	// Sources are the documents that evidence names, in the order of their ids.
	Sources []Source `json:"sources"`
	// Fine is what is at stake; nil where nothing can be fined. Unpriced is set where it is
	// nil because nobody asked: whoever shows or reads amounts calls [Report.RequireFine].
	Fine     *Fine `json:"fine"`
	Unpriced bool  `json:"-"`
	// Explanations say how verdicts follow, in the order of the obligations, and Agenda
	// what falls due. Both are there only where they were asked for.
	Explanations []*Explanation `json:"explanations,omitempty"`
	Agenda       *Agenda        `json:"agenda,omitempty"`
	// Gate is what a gate made of the report; null before one has decided.
	Gate       *Gate      `json:"gate"`
	Provenance Provenance `json:"provenance"`
}

// Context says how a provision stands that cannot be breached.
type Context struct {
	ID       string    `json:"id"`
	Article  string    `json:"article"`
	Title    string    `json:"title"`
	Origin   Origin    `json:"origin"`
	Kind     Kind      `json:"kind"`
	State    State     `json:"state"`
	Findings []Finding `json:"findings"`
	Open     []Open    `json:"open"`
	Missing  []Missing `json:"missing"`
}

// Service says whom the report is about; empty where the facts do not.
type Service struct {
	Name     string `json:"name"`
	Provider string `json:"provider"`
}

// Summary counts the obligations by verdict.
type Summary struct {
	Breach int `json:"breach"`
	// BreachEnded counts those of the breached obligations whose findings have all ended.
	BreachEnded   int `json:"breach_ended"`
	Compliant     int `json:"compliant"`
	Undetermined  int `json:"undetermined"`
	NotApplicable int `json:"not_applicable"`
}

// Add counts one more obligation.
func (s *Summary) Add(o Obligation) {
	switch o.Verdict {
	case Breach:
		s.Breach++
		if o.Ended {
			s.BreachEnded++
		}
	case Compliant:
		s.Compliant++
	case Undetermined:
		s.Undetermined++
	case NotApplicable:
		s.NotApplicable++
	}
}
