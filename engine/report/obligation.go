package report

// Obligation is the verdict on one obligation.
type Obligation struct {
	ID      string `json:"id"`
	Article string `json:"article"`
	Title   string `json:"title"`
	// Origin says whose rule it is.
	Origin Origin `json:"origin"`
	// Description paraphrases what the provision asks.
	Description string    `json:"description"`
	Kind        Kind      `json:"kind"`
	Addressee   Addressee `json:"addressee"`
	Verdict     Verdict   `json:"verdict"`
	// AppliesFrom is the first day; null if not known or never.
	AppliesFrom *Day `json:"applies_from"`
	// IfApplicable is the verdict that would hold; null unless not_applicable.
	IfApplicable *Verdict `json:"if_applicable"`
	// Reasons say why the obligation is not applicable.
	Reasons []Reason `json:"reasons"`
	Basis   Basis    `json:"basis"`
	// Findings are the grounds of the breach, also of one that IfApplicable tells of.
	Findings []Finding `json:"findings"`
	// Ended is true of a breach whose findings have all ended: something came
	// late, is there now, and is remembered.
	Ended bool `json:"ended"`
	// JudgedFacts is how many of the facts that decide are legal conclusions themselves.
	JudgedFacts int `json:"judged_facts"`
	// SpeaksAgainst are observations that point against compliance and decide nothing.
	SpeaksAgainst []Doubt `json:"speaks_against"`
	// AuditConclusion is what the most recent independent audit concludes on the
	// obligation, Art. 37(4); null if the facts do not say. It decides nothing.
	AuditConclusion *Evidence `json:"audit_conclusion"`
	// Possible are the verdicts still open to an undetermined obligation.
	Possible []Verdict `json:"possible"`
	// Open are the questions that the missing facts leave open.
	Open    []Open    `json:"open"`
	Missing []Missing `json:"missing"`
	// Waiver is why nothing of the obligation fails a run; null unless a waiver
	// covers it as a whole. Findings may have waivers of their own.
	Waiver *Waiver `json:"waiver"`
	// Parameters are the judgements that take part, whatever the verdict.
	Parameters []ParameterValue `json:"parameters"`
	// Readings are the readings that take part, whatever the verdict.
	Readings []ReadingValue `json:"readings"`
	// Remediation says what would end the findings that still run or, where there
	// are none, what would end any.
	Remediation string    `json:"remediation"`
	Penalty     []Penalty `json:"penalty"`
	// PartOf are the paragraphs that it is fined with, the closest first, where it
	// stands only in a delegated or implementing act.
	PartOf []string `json:"part_of"`
	Links  []string `json:"links"`
}

// Missing is a fact on which an undetermined verdict depends and that nobody
// gave, or that was set aside.
type Missing struct {
	Pointer string `json:"pointer"`
	// Open are the indexes of the open questions of the obligation that wait for
	// the fact, and Conditions the same in words.
	Open       []int    `json:"open"`
	Conditions []string `json:"conditions"`
	// Given is the value that the facts give in vain, such as a sample of 0, and
	// Why says why it does not count; both are null if nobody gave one.
	Given any     `json:"given"`
	Why   *string `json:"why"`
}

// Decides says what an open question is about.
type Decides string

// What a question can be about.
const (
	Applies  Decides = "applies"  // whether the obligation binds the service
	Breached Decides = "breached" // whether a finding holds
)

// Open is a question that missing facts leave open.
type Open struct {
	Decides Decides `json:"decides"`
	// Finding is the code of the finding that would hold, Message what it says, and
	// Item the index of the element that is meant; empty and null where the question
	// is whether the obligation applies.
	Finding string `json:"finding"`
	Message string `json:"message"`
	Item    *int   `json:"item"`
	// Condition is what the facts would have to be for the obligation to apply, or for
	// the finding to hold; null where no condition says it
	// and any of the facts that wait for the question may decide it.
	Condition *Condition `json:"condition"`
	// Words say the same in a sentence.
	Words string `json:"words"`
}

// Waiting reports whether the obligation does not apply only because its day has
// not come. What would hold is then known: IfApplicable is not null.
func (o Obligation) Waiting() bool {
	return o.Verdict == NotApplicable && len(o.Reasons) == 1 && o.Reasons[0] == NotYet && o.IfApplicable != nil
}

// Ahead reports whether the obligation would be breached and does not apply yet,
// for no other reason.
func (o Obligation) Ahead() bool { return o.Waiting() && *o.IfApplicable == Breach }
