package engine

import (
	"runtime/debug"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// SchemaVersion is the version of the JSON report. It grows when a name is
// removed or changes its meaning.
const SchemaVersion = 1

// Report is the outcome for one fact document. Its JSON is described by
// schemas/report.schema.json; slices are never null.
type Report struct {
	SchemaVersion  int                `json:"schema_version"`
	AssessmentDate string             `json:"assessment_date"` // YYYY-MM-DD
	Service        Service            `json:"service"`
	Summary        Summary            `json:"summary"`
	Obligations    []ObligationReport `json:"obligations"` // in the order of the Regulation
	// Context holds provisions that cannot be breached: indicators, options,
	// voluntary codes. They are never fined and fail no run.
	Context []ContextReport `json:"context"`
	// Parameters are the judgements that take part in the obligations, in the order of their names.
	Parameters []ParameterReport `json:"parameters"`
	// Readings are the places where the law bears more than one meaning and that
	// take part in the obligations, in the order of their names.
	Readings []ReadingReport `json:"readings"`
	// SetAside are the facts that are given and decide nothing, in the order of the file.
	SetAside []SetAside `json:"set_aside"`
	// Sources are the documents that evidence names, in the order of their ids.
	Sources []Source `json:"sources"`
	// Fine is what is at stake; nil where nothing can be fined.
	Fine       *fine.Report `json:"fine"`
	Provenance Provenance   `json:"provenance"`
}

// ContextReport says how a provision stands that cannot be breached.
type ContextReport struct {
	ID       string       `json:"id"`
	Article  string       `json:"article"`
	Title    string       `json:"title"`
	Kind     policy.Kind  `json:"kind"`
	State    policy.State `json:"state"`
	Findings []Finding    `json:"findings"`
	Missing  []Missing    `json:"missing"`
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

// ObligationReport is the verdict on one obligation.
type ObligationReport struct {
	ID      string `json:"id"`
	Article string `json:"article"`
	Title   string `json:"title"`
	// Description paraphrases what the provision asks.
	Description string           `json:"description"`
	Kind        policy.Kind      `json:"kind"`
	Addressee   policy.Addressee `json:"addressee"`
	Verdict     policy.Verdict   `json:"verdict"`
	// AppliesFrom is the first day, YYYY-MM-DD; null if not known or never.
	AppliesFrom *string `json:"applies_from"`
	// IfApplicable is the verdict that would hold; null unless not_applicable.
	IfApplicable *policy.Verdict `json:"if_applicable"`
	// Reasons say why the obligation is not applicable.
	Reasons []policy.Reason `json:"reasons"`
	Basis   policy.Basis    `json:"basis"`
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
	Possible []policy.Verdict `json:"possible"`
	Missing  []Missing        `json:"missing"`
	// Waiver is why nothing of the obligation fails a run; null unless a waiver
	// covers it as a whole. Findings may have waivers of their own.
	Waiver *Waiver `json:"waiver"`
	// Parameters are the judgements that take part, whatever the verdict.
	Parameters []ParameterValue `json:"parameters"`
	// Readings are the readings that take part, whatever the verdict.
	Readings []ReadingValue `json:"readings"`
	// Remediation says what would end the findings that still run or, where there
	// are none, what would end any.
	Remediation string           `json:"remediation"`
	Penalty     []policy.Penalty `json:"penalty"`
	Links       []string         `json:"links"`
}

// Missing is a fact that would help to decide an undetermined obligation.
type Missing struct {
	Pointer    string   `json:"pointer"`
	Conditions []string `json:"conditions"`
	// Given is the value that the facts give in vain, such as a sample of 0, and
	// Why says why it does not count; both are null if nobody gave one.
	Given any     `json:"given"`
	Why   *string `json:"why"`
}

// Provenance identifies everything that the report depends on.
type Provenance struct {
	Facts            []FactFile `json:"facts"`
	PoliciesSHA256   string     `json:"policies_sha256"`
	ParametersSHA256 string     `json:"parameters_sha256"`
	Engine           string     `json:"engine"`
	// Waivers are the files of waivers that were held against the report.
	Waivers []FactFile `json:"waivers"`
}

// FactFile is a file of facts, or of waivers, and its content.
type FactFile struct {
	File   string `json:"file"`
	SHA256 string `json:"sha256"`
}

func (e *Engine) report(f *facts.Facts, result *policy.Result) *Report {
	r := &Report{
		SchemaVersion:  SchemaVersion,
		AssessmentDate: f.AssessmentDate(),
		Service:        Service{Name: f.Service(), Provider: f.Provider()},
		Obligations:    []ObligationReport{},
		Context:        []ContextReport{},
		Parameters:     []ParameterReport{},
		Readings:       []ReadingReport{},
		SetAside:       setAside(f),
		Provenance: Provenance{
			Facts:            []FactFile{{File: f.Name(), SHA256: f.SHA256()}},
			PoliciesSHA256:   e.set.SHA256(),
			ParametersSHA256: result.ParametersSHA256,
			Engine:           e.version,
			Waivers:          []FactFile{},
		},
	}
	known := newBackground(e.set, r.AssessmentDate)
	for _, a := range result.Assessments {
		known.use(a.Obligation)
		if o := a.Obligation; !o.Kind.Breachable() {
			r.Context = append(r.Context, ContextReport{
				ID: o.ID, Article: o.Article, Title: o.Title, Kind: o.Kind, State: a.State(),
				Findings: known.findings(a.Findings), Missing: missing(a),
			})
			continue
		}
		o := known.obligation(a)
		o.AuditConclusion = auditConclusion(f, o.ID)
		r.Obligations = append(r.Obligations, o)
		r.Summary.add(o)
	}
	r.Parameters, r.Readings = known.reports(e.set)
	r.Sources = r.citedSources(f)
	return r
}

func (s *Summary) add(o ObligationReport) {
	switch o.Verdict {
	case policy.Breach:
		s.Breach++
		if o.Ended {
			s.BreachEnded++
		}
	case policy.Compliant:
		s.Compliant++
	case policy.Undetermined:
		s.Undetermined++
	case policy.NotApplicable:
		s.NotApplicable++
	}
}

func (b *background) obligation(a policy.Assessment) ObligationReport {
	o := a.Obligation
	report := ObligationReport{
		ID: o.ID, Article: o.Article, Title: o.Title, Description: o.Description, Kind: o.Kind, Addressee: o.Addressee,
		Verdict: a.Verdict, Basis: a.Basis, Remediation: remediation(a), JudgedFacts: a.JudgedFacts,
		Reasons: list(a.Reasons), Possible: list(a.Possible), Penalty: list(o.Penalty), Links: list(o.Links),
		Findings: b.findings(a.Findings), SpeaksAgainst: doubts(a.SpeaksAgainst), Missing: missing(a),
		Parameters: b.parametersOf(o.Parameters), Readings: b.readingsOf(o.Readings),
	}
	report.Ended = a.Verdict == policy.Breach && len(running(a.Findings)) == 0
	if a.AppliesFrom != "" {
		report.AppliesFrom = &a.AppliesFrom
	}
	if a.IfApplicable != "" {
		report.IfApplicable = &a.IfApplicable
	}
	return report
}

func missing(a policy.Assessment) []Missing {
	missing := []Missing{}
	for _, m := range a.Missing {
		one := Missing{Pointer: m.Pointer, Conditions: list(m.Conditions), Given: m.Given}
		if m.Why != "" {
			one.Why = &m.Why
		}
		missing = append(missing, one)
	}
	return missing
}

// list makes an empty list of a nil one, so that JSON has [] and never null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// version names the program and, where the build knows it, its release.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range append(info.Deps, &info.Main) {
			if m.Path == "github.com/dsaeval/dsaeval" && m.Version != "" && m.Version != "(devel)" {
				return "dsaeval " + m.Version
			}
		}
	}
	return "dsaeval devel"
}
