package lint

import "slices"

// Version is the version of schemas/lint.schema.json, which describes [Report]
// as JSON.
const Version = 1

// Report is what the linter says about one record. The same record gives the
// same report.
type Report struct {
	Version int     `json:"schema_version"`
	Service Service `json:"service"`
	Period  Period  `json:"period"`
	Files   []File  `json:"files"`
	// Tables and Cells are how much was read: tables, and cells for numbers.
	Tables  int     `json:"tables"`
	Cells   int     `json:"cells"`
	Summary Summary `json:"summary"`
	// Rules are all checks, also those that had nothing to look at.
	Rules    []RuleResult `json:"rules"`
	Findings []Finding    `json:"findings"`
	// Assumed is what was decided while reading and is no finding.
	Assumed []Assumption `json:"assumed"`
	// Statements is what the record was compared with, nil if with nothing.
	Statements *Statements `json:"statements,omitempty"`
}

// Service names what the record is about; "" where it does not say.
type Service struct {
	Name     string `json:"name"`
	Provider string `json:"provider"`
}

// Period is days YYYY-MM-DD; "" where the record does not say.
type Period struct {
	From      string `json:"from"`
	To        string `json:"to"`
	Published string `json:"published"`
}

// Summary counts findings by severity, and rules by whether there was anything
// to check: a report of one part has not kept the rules of the others.
type Summary struct {
	Errors     int `json:"error"`
	Warnings   int `json:"warning"`
	Checked    int `json:"rules_checked"`
	NotChecked int `json:"rules_not_checked"`
}

// Severity says how grave a finding is.
type Severity string

// The severities. An error breaks a rule of the Regulation or of its
// implementing act, or cannot be true; a warning is an inconsistency, which may
// have a good reason.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Rule is one check.
type Rule struct {
	ID       string   `json:"id"`
	Severity Severity `json:"severity"`
	// Title says what is wrong where it fires.
	Title string `json:"title"`
	// Basis is the provision that it rests on, "" for mere arithmetic.
	Basis string `json:"basis,omitempty"`
}

// RuleResult is a rule with what came of it.
type RuleResult struct {
	Rule
	// Checked is how often the rule had something to look at, 0 if never.
	Checked  int `json:"checked"`
	Findings int `json:"findings"`
}

// Finding is something that is wrong with a record.
type Finding struct {
	// Rule is the id of the rule.
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Ref      Ref      `json:"at"`
	// Cell is the place as spreadsheets write it.
	Cell string `json:"cell,omitempty"`
	// Line is the line of a CSV file, which differs from the row where cells hold
	// line breaks; 0 in workbooks.
	Line    int    `json:"line,omitempty"`
	Message string `json:"message"`
	Basis   string `json:"basis,omitempty"`
	// Also are further places in the same table of which the same is to be said.
	Also []Ref `json:"also,omitempty"`
}

// Text returns the message and names the first of the further places.
func (f Finding) Text() string { return f.Message + AlsoAt(f.Also) }

// String returns the finding on one line.
func (f Finding) String() string {
	s := f.Ref.String() + ": " + string(f.Severity) + ": " + f.Text() + " (" + f.Rule + ")"
	if f.Basis != "" {
		s += ", " + f.Basis
	}
	return s
}

// Assumption is what was decided while reading, such as what commas mean.
type Assumption struct {
	Ref  Ref    `json:"at"`
	Text string `json:"text"`
}

// Statements is what the DSA Transparency Database holds of a service in the
// period of its report.
type Statements struct {
	// Platform is the name in the database.
	Platform string `json:"platform"`
	// From and To are the days of the first and the last statement, YYYY-MM-DD.
	From string `json:"from"`
	To   string `json:"to"`
	// Days is how many days of the period were counted.
	Days int `json:"days"`
	// Counts of statements: on the provider's own initiative by ground, and after
	// notices under Art. 16, those of trusted flaggers included.
	OwnInitiativeIllegal uint64 `json:"own_initiative_illegal_content_count"`
	OwnInitiativeTerms   uint64 `json:"own_initiative_terms_count"`
	Notices              uint64 `json:"notices_count"`
}

// Fails reports whether any finding has one of the severities.
func (r *Report) Fails(severities ...Severity) bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return slices.Contains(severities, f.Severity) })
}
