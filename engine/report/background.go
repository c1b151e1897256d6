package report

// ParameterValue is a parameter with the value that it had on the day.
type ParameterValue struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
	Unit  string `json:"unit"`
}

// Parameter is a parameter with the value that it had on the day and why.
type Parameter struct {
	ParameterValue
	Article string `json:"article"` // the provision that has the open word
	Term    string `json:"term"`    // the open word itself
	Reason  string `json:"reason"`  // why this value and no other
	Source  string `json:"source"`  // empty where there is none
}

// ReadingValue is a reading of the law with the option that was followed.
type ReadingValue struct {
	Name   string `json:"name"`
	Chosen string `json:"chosen"`
	// Rivals are the other defensible options.
	Rivals []string `json:"rivals"`
}

// Reading is a reading with what the text leaves open and why.
type Reading struct {
	ReadingValue
	Article  string `json:"article"`
	Question string `json:"question"`
	// Options gives the reason for each option.
	Options map[string]string `json:"options"`
	Default string            `json:"default"`
	// Reason is why a user chose another option than the default; empty otherwise.
	Reason string `json:"reason"`
}
