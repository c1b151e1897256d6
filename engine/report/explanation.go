package report

// Answer is whether something is so on given facts.
type Answer string

// The answers.
const (
	Yes     Answer = "yes"
	No      Answer = "no"
	NotSaid Answer = "unknown" // missing facts decide
)

// ExplanationVersion is the version of the JSON of an explanation. It grows when a name
// is removed or changes its meaning.
const ExplanationVersion = 1

// Explanation is how the verdict on one obligation follows from given facts: from
// the provision to its conditions, from those to the facts, and what would change it.
// Its JSON is described by
// schemas/explanation.schema.json; slices are never null.
type Explanation struct {
	SchemaVersion  int       `json:"schema_version"`
	File           string    `json:"file"` // of the facts, as it was named
	Service        Service   `json:"service"`
	AssessmentDate Day       `json:"assessment_date"`
	ID             string    `json:"id"`
	Article        string    `json:"article"`
	Title          string    `json:"title"`
	Description    string    `json:"description"`
	Kind           Kind      `json:"kind"`
	Addressee      Addressee `json:"addressee"`
	Verdict        Verdict   `json:"verdict"`
	// AppliesFrom and IfApplicable are as of an obligation in a report.
	AppliesFrom  *Day     `json:"applies_from"`
	IfApplicable *Verdict `json:"if_applicable"`
	Reasons      []Reason `json:"reasons"`
	// Scope are the conditions on which the obligation binds the service, in the order
	// in which they are looked at.
	Scope []ExplainedScope `json:"scope"`
	// Grounds are the ways in which the obligation can be breached.
	Grounds    []ExplainedGround `json:"grounds"`
	Parameters []ParameterValue  `json:"parameters"`
	Readings   []ReadingValue    `json:"readings"`
	// Changes are the smallest sets of facts that would turn the verdict, the fewest
	// facts first. Each has been judged.
	Changes []Turn `json:"changes"`
	// SearchEnded is true where not all sets of up to three facts were tried.
	SearchEnded bool `json:"search_ended"`
}

// ExplainedScope is one condition on which an obligation binds a service.
type ExplainedScope struct {
	// Reason is why the obligation does not apply where the condition rules it out.
	Reason Reason `json:"reason"`
	// Exception is true of a condition that takes out of scope whoever meets it, such
	// as an exemption; of the others whoever does not meet it is out of scope.
	Exception bool       `json:"exception"`
	Answer    Answer     `json:"answer"` // to the condition itself
	Condition *Explained `json:"condition"`
}

// ExplainedGround is one way in which an obligation can be breached.
type ExplainedGround struct {
	Code    string   `json:"code"`
	Message string   `json:"message"`
	Words   []string `json:"words"` // of the provision
	Item    *int     `json:"item"`  // as of a finding
	Answer  Answer   `json:"answer"`
	// Condition is null where the rules are such that none can be shown.
	Condition *Explained `json:"condition"`
}

// Explained is a condition with its answer, down to the facts. A condition that
// joins others, or is about the elements of a list, has parts; any other facts.
type Explained struct {
	Answer Answer `json:"answer"`
	// Exception is true of a condition that is denied where it stands: the one around
	// it holds unless this one does.
	Exception bool `json:"exception"`
	// Condition is all, any, for_some without its parts, or a comparison.
	Condition Condition       `json:"condition"`
	Facts     []ExplainedFact `json:"facts"`
	Of        []Explained     `json:"of"`
}

// ExplainedFact is a fact on which a condition rests, given or not.
type ExplainedFact struct {
	Given bool `json:"given"`
	// Evidence is where the fact stands; of one that is not given only its pointer.
	Evidence
	// Question asks for the fact in plain words; its description where the schema has none.
	Question string `json:"question"`
	Unit     string `json:"unit"`
	// Why says why a fact that stands in the file does not count; empty otherwise.
	Why string `json:"why"`
}

// Turn is a set of facts that would turn the verdict.
type Turn struct {
	Verdict Verdict       `json:"verdict"` // that it turns to
	Facts   []ChangedFact `json:"facts"`
}

// ChangedFact is a fact as it is and as it would have to be.
type ChangedFact struct {
	Pointer  string `json:"pointer"`
	Question string `json:"question"`
	Unit     string `json:"unit"`
	Given    bool   `json:"given"` // false where nobody gave the fact; From is then null
	From     any    `json:"from"`
	To       any    `json:"to"`
}
