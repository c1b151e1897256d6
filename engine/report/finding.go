package report

// Finding is one ground of a breach.
type Finding struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	// Item is the index of the element of a list that is meant; null if none.
	Item *int `json:"item"`
	// Words are the key phrases of the provision on which the finding rests.
	Words []string `json:"words"`
	Basis Basis    `json:"basis"`
	// Parameters and Readings are those without which the finding would not hold.
	Parameters []ParameterValue `json:"parameters"`
	Readings   []ReadingValue   `json:"readings"`
	// Status says how firm the weakest of the facts is that the finding rests on.
	Status   Status     `json:"status"`
	Evidence []Evidence `json:"evidence"`
	// EndedOn is the day on which the finding ended; null if it still runs.
	EndedOn *Day `json:"ended_on"`
	// Remediation says what would end the finding.
	Remediation string `json:"remediation"`
	// Alternative is true where one of several findings holds, but not certainly this one.
	Alternative bool `json:"alternative"`
	// Waiver is why the finding does not fail a run; null if it may.
	Waiver *Waiver `json:"waiver"`
}

// Ended reports whether what the finding tells of has ended.
func (f Finding) Ended() bool { return f.EndedOn != nil }

// Evidence is a fact that a finding rests on.
type Evidence struct {
	Pointer string   `json:"pointer"` // JSON Pointer into the facts
	Value   any      `json:"value"`
	Line    int      `json:"line"`
	Column  int      `json:"column"`
	Sources []string `json:"sources"` // ids of the sources in the facts
	// Status says who established the fact, and Nature how it can be known.
	Status Status `json:"status"`
	Nature Nature `json:"nature"`
	// Excerpt is the line of the facts on which the value stands, cleaned and
	// shortened for people; empty where it stands on none, and below [DetailFull].
	Excerpt string `json:"excerpt,omitempty"`
	// PartOf is the count that the value is a part of; nil where it is of none, where
	// that is not known, and below [DetailFull].
	PartOf *Whole `json:"part_of,omitempty"`
}

// Whole is a count that another is a part of: the notices received, of which some
// were lost.
type Whole struct {
	Pointer string `json:"pointer"` // JSON Pointer into the facts
	Value   any    `json:"value"`
}

// Doubt is an observation that points against compliance and decides nothing.
type Doubt struct {
	Code     string     `json:"code"`
	Message  string     `json:"message"`
	Item     *int       `json:"item"` // as of a finding
	Evidence []Evidence `json:"evidence"`
}
