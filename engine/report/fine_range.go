package report

// Indicative is the range of a model. It is not law.
type Indicative struct {
	Model string    `json:"model"`
	Title string    `json:"title"`
	Kind  ModelKind `json:"kind"`
	// SHA256 identifies the file of the model.
	SHA256 string `json:"sha256"`
	// 0 <= low <= central <= high <= cap per decision.
	Low     string `json:"low"`
	Central string `json:"central"`
	High    string `json:"high"`
	// Capped is set where the cap per decision has cut one of the figures.
	Capped      bool         `json:"capped"`
	Caveats     []string     `json:"caveats"`
	Calibration *Calibration `json:"calibration"`
	// Reference is what a model of published decisions says besides; nil for others.
	Reference *Reference `json:"reference"`
	// Decision says how the infringements add up.
	Decision string `json:"decision"`
	// Calculations show every step, once for all infringements with the same.
	Calculations []Calculation `json:"calculations"`
}

// Calculation is how the range of one infringement came about.
type Calculation struct {
	// Obligations are the infringements that share it.
	Obligations []string `json:"obligations"`
	Low         string   `json:"low"`
	Central     string   `json:"central"`
	High        string   `json:"high"`
	Inputs      []Input  `json:"inputs"`
	Steps       []Step   `json:"steps"`
}

// Input is a circumstance as the model took it.
type Input struct {
	Name string `json:"name"`
	// Value is the one known or, for the central figure, assumed.
	Value string `json:"value"`
	// Possible are the values that the low and the high figure range over: the
	// words, or the smallest and the largest number; the one value if known.
	Possible []string `json:"possible"`
	// Known is false for an assumption.
	Known bool   `json:"known"`
	Unit  string `json:"unit"`
	// Reason says where it is from or why it is assumed.
	Reason string   `json:"reason"`
	Facts  []string `json:"facts"`
}

// Step is one share or factor. A figure is the one before, times its own.
type Step struct {
	Name    string `json:"name"`
	Low     string `json:"low"`
	Central string `json:"central"`
	High    string `json:"high"`
	// Unit is "of the cap", "of turnover", "times" or, for the last step, the
	// currency.
	Unit   string   `json:"unit"`
	Inputs []string `json:"inputs"`
	Reason string   `json:"reason"`
	Source string   `json:"source"`
}

// ModelKind says where the figures of a model come from.
type ModelKind string

// The kinds of models.
const (
	CalibratedModel ModelKind = "calibrated"
	AnalogyModel    ModelKind = "analogy"
	JudgementModel  ModelKind = "judgement"
)

// ReferenceModel is a model that is computed from a table of published decisions
// and states the probability of its range.
const ReferenceModel ModelKind = "reference"

// Calibration is what a model was calibrated on.
type Calibration struct {
	// Decisions and Infringements are the size of the sample.
	Decisions     int `json:"decisions"`
	Infringements int `json:"infringements"`
	// LowPercent and HighPercent are the spread: the smallest and the largest
	// share of turnover of one infringement, in percent, over every base of
	// turnover that may have been used.
	LowPercent  string `json:"low_percent"`
	HighPercent string `json:"high_percent"`
	// MedianPercent is the median over the infringements, each at its smallest
	// share.
	MedianPercent string    `json:"median_percent"`
	Note          string    `json:"note"`
	Cases         []Decided `json:"cases"`
}

// Decided is one published decision.
type Decided struct {
	Case string `json:"case"`
	Date Day    `json:"date"`
	// Fine is the whole sum with its currency.
	Fine     string `json:"fine"`
	Currency string `json:"currency"`
	// LowPercent and HighPercent are its share of turnover by the largest and
	// the smallest base that may have been used.
	LowPercent  string `json:"low_percent"`
	HighPercent string `json:"high_percent"`
	Source      string `json:"source"`
	Confidence  string `json:"confidence"`
}

// Change is a row of the sensitivity table: one thing is different, and the
// range with it.
type Change struct {
	// Input is what is changed, From its value now, To the one tried.
	Input string `json:"input"`
	From  string `json:"from"`
	To    string `json:"to"`
	// Low, Central and High are the range with the change.
	Low     string `json:"low"`
	Central string `json:"central"`
	High    string `json:"high"`
	// Moved is by how much the three figures move, added up without signs; the
	// rows that move most come first.
	Moved string `json:"moved"`
}
