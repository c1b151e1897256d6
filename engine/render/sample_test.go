package render_test

import (
	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// sample returns a report that has one of everything: breaches by the law and
// by judgement, a waived one and one waived in part, one with an element of a list, what is kept by
// the law and by judgement, what is undetermined, not yet and not addressed,
// and a provision that cannot be breached. Its text is given, so that the same
// report can be written with plain words and with hostile ones.
func sample(words string) *engine.Report {
	links := []string{"https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16"}
	hours := engine.ParameterValue{Name: "hours_max", Value: 24, Unit: "hours"}
	evidence := func(pointer string, value any, line int) engine.Evidence {
		return engine.Evidence{Pointer: pointer, Value: value, Line: line, Column: 5, Sources: []string{"wsj-2023"}}
	}
	base := engine.ObligationReport{
		Kind: policy.Duty, Addressee: policy.Hosting, Basis: policy.Law, Description: "The host decides on every notice.",
		AppliesFrom: new("2023-08-25"), Reasons: []policy.Reason{}, Findings: []engine.Finding{}, Possible: []policy.Verdict{},
		Missing: []engine.Missing{}, Parameters: []engine.ParameterValue{}, Remediation: "Decide on every notice.",
		Penalty: []policy.Penalty{policy.SixPercent}, Links: links,
	}
	with := func(id, article, title string, verdict policy.Verdict, change func(o *engine.ObligationReport)) engine.ObligationReport {
		o := base
		o.ID, o.Article, o.Title, o.Verdict = id, article, title, verdict
		change(&o)
		return o
	}
	finding := func(code string, basis policy.Basis, evidence ...engine.Evidence) engine.Finding {
		return engine.Finding{Code: code, Message: "Notices are " + code, Basis: basis, Parameters: []engine.ParameterValue{}, Evidence: evidence}
	}
	waiver := func(id, reason, owner string) *engine.Waiver {
		return &engine.Waiver{
			Obligation: id, Service: "Example", Reason: reason, Owner: owner, ApprovedBy: "Bob", LastValidDay: "2023-12-31",
			File: "waivers.yaml", Line: 2,
		}
	}
	return &engine.Report{
		SchemaVersion: engine.SchemaVersion, AssessmentDate: "2023-09-01",
		Service: engine.Service{Name: words, Provider: "Example Ltd"},
		Summary: engine.Summary{Breach: 4, BreachEnded: 1, Compliant: 2, Undetermined: 1, NotApplicable: 2},
		Obligations: []engine.ObligationReport{
			with("dsa.art16.6", "16(6)", "Notices are decided in time", policy.Breach, func(o *engine.ObligationReport) {
				second := finding("late", policy.Judgement, evidence("/reporting_pipeline/orders/2/hours", 30, 42))
				second.Item, second.Parameters = new(2), []engine.ParameterValue{hours}
				second.Waiver = waiver("dsa.art16.6", "hired more: "+words, words)
				second.Waiver.Finding, second.Waiver.Item = new("late"), new(2)
				o.Parameters = second.Parameters
				o.Findings = []engine.Finding{
					finding("lost", policy.Law, evidence("/reporting_pipeline/notices_lost_count", 12, 31), evidence("/reporting_pipeline/note", words, 32)),
					second,
				}
			}),
			with("dsa.art20.1", "20(1)", "Complaints are possible", policy.Breach, func(o *engine.ObligationReport) {
				f := finding("closed", policy.Judgement, evidence("/complaints/open_months", 5, 50))
				f.Alternative, f.Parameters = true, []engine.ParameterValue{hours}
				o.Basis, o.Findings, o.Parameters = policy.Judgement, []engine.Finding{f}, f.Parameters
			}),
			with("dsa.art24.1", "24(1)", "Figures are published", policy.Breach, func(o *engine.ObligationReport) {
				o.Findings = []engine.Finding{finding("unpublished", policy.Law, evidence("/transparency_reports/published", false, 60))}
				o.Waiver = waiver("dsa.art24.1", "published on Monday: "+words, words)
				o.Findings[0].Waiver = o.Waiver
			}),
			with("dsa.art11.1", "11(1)", "There is a point of contact", policy.Compliant, func(o *engine.ObligationReport) {
				o.SpeaksAgainst = []engine.Doubt{{Code: "slow", Message: "Answers take days, says " + words, Evidence: []engine.Evidence{evidence("/contact_points/days", 3, 65)}}}
			}),
			with("dsa.art14.4", "14(4)", "Restrictions are diligent", policy.Compliant, func(o *engine.ObligationReport) {
				o.Basis, o.Parameters = policy.Judgement, []engine.ParameterValue{hours}
			}),
			with("dsa.art17.1", "17(1)", "Reasons are stated", policy.Undetermined, func(o *engine.ObligationReport) {
				o.Possible = []policy.Verdict{policy.Breach, policy.Compliant}
				o.Missing = []engine.Missing{{Pointer: "/statements_of_reasons/sent_count", Conditions: []string{"breach if it is less than 12"}}}
			}),
			with("dsa.art34.1", "34(1)", "Risks are assessed", policy.NotApplicable, func(o *engine.ObligationReport) {
				o.AppliesFrom, o.IfApplicable, o.Addressee = new("2024-02-17"), new(policy.Breach), policy.VLOPVLOSE
				o.Reasons = []policy.Reason{policy.NotYet}
				o.Findings = []engine.Finding{finding("unassessed", policy.Law, evidence("/risk_assessment/done", false, 70))}
			}),
			with("dsa.art37.1", "37(1)", "An audit takes place every year", policy.Breach, func(o *engine.ObligationReport) {
				f := finding("late", policy.ByReading, evidence("/audit/audit_report_received_on", "2023-08-30", 75))
				f.EndedOn, f.Words, f.Status = new("2023-08-30"), []string{"at least once a year"}, facts.Preliminary
				f.Readings = []engine.ReadingValue{{Name: "yearly_cycle", Chosen: "twelve_months", Rivals: []string{"cycle"}}}
				f.Evidence[0].Status, f.Evidence[0].Nature = facts.Preliminary, policy.Judged
				o.Basis, o.Findings, o.Readings, o.Ended, o.JudgedFacts = policy.ByReading, []engine.Finding{f}, f.Readings, true, 1
			}),
			with("dsa.art30.1", "30(1)", "Traders are traceable", policy.NotApplicable, func(o *engine.ObligationReport) {
				o.AppliesFrom, o.IfApplicable, o.Addressee = nil, new(policy.Compliant), policy.Marketplace
				o.Reasons = []policy.Reason{policy.NotAddressed}
			}),
		},
		Context: []engine.ContextReport{{
			ID: "dsa.art45", Article: "45", Title: "Codes of conduct", Kind: policy.Voluntary, State: policy.Noted,
			Findings: []engine.Finding{finding("unsigned", policy.Law, evidence("/codes/signed", false, 80))}, Missing: []engine.Missing{},
		}},
		Parameters: []engine.ParameterReport{{ParameterValue: hours, Article: "16(6)", Term: "timely", Reason: "A day is enough.", Source: "Recital 52"}},
		Readings: []engine.ReadingReport{{
			ReadingValue: engine.ReadingValue{Name: "yearly_cycle", Chosen: "twelve_months", Rivals: []string{"cycle"}},
			Article:      "37(1)", Question: "What is a year?", Default: "cycle", Reason: "The coordinator says so: " + words,
			Options: map[string]string{"cycle": "One within each year.", "twelve_months": "Twelve months between two."},
		}},
		SetAside: []engine.SetAside{{
			Pointer: "/complaints/note", Value: words, Line: 51, Column: 5, Sources: []string{}, Reason: facts.Alleged, Why: "it is alleged and nobody has tested it",
		}},
		Provenance: engine.Provenance{
			Facts:          []engine.FactFile{{File: "facts/example.yaml", SHA256: hash("a")}},
			PoliciesSHA256: hash("b"), ParametersSHA256: hash("c"), Engine: "dsaeval v1.2.3",
			Waivers: []engine.FactFile{{File: "waivers.yaml", SHA256: hash("d")}},
		},
	}
}

// hostile is a name that tries to break out of every format.
const hostile = "=1+1|`x`\n::error::owned\r\n<script>alert('1')</script> # %0A \\ \"q\", ]]> [a](javascript:b) @team {0}\x00\x1b[31m \u202eRTL 👩‍👧 ../…\n1..0\n---\n| a |"
