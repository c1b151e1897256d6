package report

// Reference is what a range rests on that is computed from published decisions.
type Reference struct {
	// Probability is that of the range, as 0.8, and Words the same: "four of five
	// comparable fines would lie between".
	Probability string `json:"probability"`
	Words       string `json:"words"`
	// Decisions is how many were fitted, under Laws. AtAnotherLevel more were fitted
	// with a term of their own and tell only the slope.
	Decisions      int      `json:"decisions"`
	Laws           []string `json:"laws"`
	AtAnotherLevel int      `json:"at_another_level"`
	// Turnover is that of the service in EUR.
	Turnover string `json:"turnover"`
	Closed   Closed `json:"closed"`
	// Nearest are the three decisions most like the case, with how they differ.
	Nearest []Nearest `json:"nearest"`
	// Others are all decisions under Laws.
	Others []Decision `json:"others"`
	Steps  []FitStep  `json:"steps"`
}

// Closed counts proceedings that are over by how they ended.
type Closed struct {
	WithFine        int    `json:"with_a_fine"`
	WithCommitments int    `json:"with_commitments"`
	Source          string `json:"source"`
}

// Decision is a published decision. Amounts are in EUR; the turnovers differ
// where the base that the authority took is not public.
type Decision struct {
	Case         string   `json:"case"`
	Date         Day      `json:"date"`
	Law          string   `json:"law"`
	Articles     []string `json:"articles"`
	Themes       []string `json:"themes"`
	Fine         string   `json:"fine"`
	TurnoverLow  string   `json:"turnover_low"`
	TurnoverHigh string   `json:"turnover_high"`
	Source       string   `json:"source"`
	Confidence   string   `json:"confidence"`
}

// Nearest is a decision with how the case differs from it.
type Nearest struct {
	Decision
	Differs string `json:"differs"`
}

// FitStep is one figure of the calculation.
type FitStep struct {
	Name   string `json:"name"`
	Value  string `json:"value"`
	Reason string `json:"reason"`
}
