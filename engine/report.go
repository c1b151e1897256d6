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
	Breach        int `json:"breach"`
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
	// Possible are the verdicts still open to an undetermined obligation.
	Possible []policy.Verdict `json:"possible"`
	Missing  []Missing        `json:"missing"`
	// Waiver is why nothing of the obligation fails a run; null unless a waiver
	// covers it as a whole. Findings may have waivers of their own.
	Waiver *Waiver `json:"waiver"`
	// Parameters are the judgements that take part, whatever the verdict.
	Parameters []ParameterValue `json:"parameters"`
	// Remediation says what would end a breach.
	Remediation string           `json:"remediation"`
	Penalty     []policy.Penalty `json:"penalty"`
	Links       []string         `json:"links"`
}

// Finding is one ground of a breach.
type Finding struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	// Item is the index of the element of a list that is meant; null if none.
	Item  *int         `json:"item"`
	Basis policy.Basis `json:"basis"`
	// Parameters are the judgements that the finding rests on.
	Parameters []ParameterValue `json:"parameters"`
	Evidence   []Evidence       `json:"evidence"`
	// Alternative is true where one of several findings holds, but not certainly this one.
	Alternative bool `json:"alternative"`
	// Waiver is why the finding does not fail a run; null if it may.
	Waiver *Waiver `json:"waiver"`
}

// ParameterValue is a parameter with the value that it had on the day.
type ParameterValue struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
	Unit  string `json:"unit"`
}

// ParameterReport is a parameter with the value that it had on the day and why.
type ParameterReport struct {
	ParameterValue
	Article string `json:"article"` // the provision that has the open word
	Term    string `json:"term"`    // the open word itself
	Reason  string `json:"reason"`  // why this value and no other
	Source  string `json:"source"`  // empty where there is none
}

// Evidence is a fact that a finding rests on.
type Evidence struct {
	Pointer string   `json:"pointer"` // JSON Pointer into the facts
	Value   any      `json:"value"`
	Line    int      `json:"line"`
	Column  int      `json:"column"`
	Sources []string `json:"sources"` // ids of the sources in the facts
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
		Provenance: Provenance{
			Facts:            []FactFile{{File: f.Name(), SHA256: f.SHA256()}},
			PoliciesSHA256:   e.set.SHA256(),
			ParametersSHA256: result.ParametersSHA256,
			Engine:           e.version,
			Waivers:          []FactFile{},
		},
	}
	values := map[string]policy.Parameter{}
	for _, p := range e.set.Parameters() {
		values[p.Name] = p
	}
	used := map[string]bool{}
	for _, a := range result.Assessments {
		for _, name := range a.Obligation.Parameters {
			used[name] = true
		}
		if o := a.Obligation; !o.Kind.Breachable() {
			r.Context = append(r.Context, ContextReport{
				ID: o.ID, Article: o.Article, Title: o.Title, Kind: o.Kind, State: a.State(),
				Findings: findings(a, values, r.AssessmentDate), Missing: missing(a),
			})
			continue
		}
		r.Obligations = append(r.Obligations, obligationReport(a, values, f.AssessmentDate()))
		switch a.Verdict {
		case policy.Breach:
			r.Summary.Breach++
		case policy.Compliant:
			r.Summary.Compliant++
		case policy.Undetermined:
			r.Summary.Undetermined++
		case policy.NotApplicable:
			r.Summary.NotApplicable++
		}
	}
	for _, p := range e.set.Parameters() {
		if used[p.Name] {
			r.Parameters = append(r.Parameters, ParameterReport{
				ParameterValue: valueOn(p, r.AssessmentDate), Article: p.Article, Term: p.Term, Reason: p.Reason, Source: p.Source,
			})
		}
	}
	r.Sources = r.citedSources(f)
	return r
}

func obligationReport(a policy.Assessment, values map[string]policy.Parameter, date string) ObligationReport {
	o := a.Obligation
	report := ObligationReport{
		ID: o.ID, Article: o.Article, Title: o.Title, Description: o.Description, Kind: o.Kind, Addressee: o.Addressee,
		Verdict: a.Verdict, Basis: a.Basis, Remediation: o.Remediation,
		Reasons: list(a.Reasons), Possible: list(a.Possible), Penalty: list(o.Penalty), Links: list(o.Links),
		Findings: findings(a, values, date), Missing: missing(a), Parameters: parameterValues(o.Parameters, values, date),
	}
	if a.AppliesFrom != "" {
		report.AppliesFrom = &a.AppliesFrom
	}
	if a.IfApplicable != "" {
		report.IfApplicable = &a.IfApplicable
	}
	return report
}

func findings(a policy.Assessment, values map[string]policy.Parameter, date string) []Finding {
	findings := []Finding{}
	for _, f := range a.Findings {
		finding := Finding{
			Code: f.Code, Message: f.Message, Basis: f.Basis, Alternative: f.Alternative,
			Parameters: parameterValues(f.Parameters, values, date), Evidence: []Evidence{},
		}
		if f.Item >= 0 {
			finding.Item = &f.Item
		}
		for _, e := range f.Evidence {
			finding.Evidence = append(finding.Evidence, Evidence{
				Pointer: e.Pointer, Value: e.Value, Line: e.Line, Column: e.Column, Sources: list(e.Sources),
			})
		}
		findings = append(findings, finding)
	}
	return findings
}

func parameterValues(names []string, values map[string]policy.Parameter, date string) []ParameterValue {
	list := []ParameterValue{}
	for _, name := range names {
		list = append(list, valueOn(values[name], date))
	}
	return list
}

func valueOn(p policy.Parameter, date string) ParameterValue {
	return ParameterValue{Name: p.Name, Value: p.At(date), Unit: p.Unit}
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
