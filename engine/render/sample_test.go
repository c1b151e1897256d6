package render_test

import "github.com/dsaeval/dsaeval/engine/report"

// sample returns a report that has one of everything: breaches by the law and
// by judgement, a waived one and one waived in part, one with an element of a list, what is kept by
// the law and by judgement, what is undetermined, not yet and not addressed,
// and a provision that cannot be breached. Its text is given, so that the same
// report can be written with plain words and with hostile ones.
func sample(words string) *report.Report {
	links := []string{"https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16"}
	hours := report.ParameterValue{Name: "hours_max", Value: 24, Unit: "hours"}
	evidence := func(pointer string, value any, line int) report.Evidence {
		return report.Evidence{Pointer: pointer, Value: value, Line: line, Column: 5, Sources: []string{"wsj-2023"}}
	}
	base := report.Obligation{
		Kind: report.Duty, Addressee: report.Hosting, Basis: report.Law, Description: "The host decides on every notice.",
		AppliesFrom: new(report.Day("2023-08-25")), Reasons: []report.Reason{}, Findings: []report.Finding{}, Possible: []report.Verdict{},
		Missing: []report.Missing{}, Parameters: []report.ParameterValue{}, Remediation: "Decide on every notice.",
		Penalty: []report.Penalty{report.SixPercent}, Links: links,
	}
	with := func(id, article, title string, verdict report.Verdict, change func(o *report.Obligation)) report.Obligation {
		o := base
		o.ID, o.Article, o.Title, o.Verdict = id, article, title, verdict
		change(&o)
		return o
	}
	finding := func(code string, basis report.Basis, evidence ...report.Evidence) report.Finding {
		return report.Finding{Code: code, Message: "Notices are " + code, Basis: basis, Parameters: []report.ParameterValue{}, Evidence: evidence}
	}
	waiver := func(id, reason, owner string) *report.Waiver {
		return &report.Waiver{
			Obligation: id, Service: "Example", Reason: reason, Owner: owner, ApprovedBy: "Bob", LastValidDay: "2023-12-31",
			File: "waivers.yaml", Line: 2,
		}
	}
	return &report.Report{
		SchemaVersion: report.SchemaVersion, AssessmentDate: "2023-09-01",
		Service: report.Service{Name: words, Provider: "Example Ltd"},
		Summary: report.Summary{Breach: 4, BreachEnded: 1, Compliant: 2, Undetermined: 1, NotApplicable: 2},
		Obligations: []report.Obligation{
			with("dsa.art16.6", "16(6)", "Notices are decided in time", report.Breach, func(o *report.Obligation) {
				second := finding("late", report.ByParameter, evidence("/reporting_pipeline/orders/2/hours", 30, 42))
				second.Item, second.Parameters = new(2), []report.ParameterValue{hours}
				second.Waiver = waiver("dsa.art16.6", "hired more: "+words, words)
				second.Waiver.Finding, second.Waiver.Item = new("late"), new(2)
				o.Parameters = second.Parameters
				o.Findings = []report.Finding{
					finding("lost", report.Law, evidence("/reporting_pipeline/notices_lost_count", 12, 31), evidence("/reporting_pipeline/note", words, 32)),
					second,
				}
			}),
			with("dsa.art20.1", "20(1)", "Complaints are possible", report.Breach, func(o *report.Obligation) {
				f := finding("closed", report.ByParameter, evidence("/complaints/open_months", 5, 50))
				f.Alternative, f.Parameters = true, []report.ParameterValue{hours}
				o.Basis, o.Findings, o.Parameters = report.ByParameter, []report.Finding{f}, f.Parameters
			}),
			with("dsa.art24.1", "24(1)", "Figures are published", report.Breach, func(o *report.Obligation) {
				o.Findings = []report.Finding{finding("unpublished", report.Law, evidence("/transparency_reports/published", false, 60))}
				o.Waiver = waiver("dsa.art24.1", "published on Monday: "+words, words)
				o.Findings[0].Waiver = o.Waiver
			}),
			with("dsa.art11.1", "11(1)", "There is a point of contact", report.Compliant, func(o *report.Obligation) {
				o.SpeaksAgainst = []report.Doubt{{Code: "slow", Message: "Answers take days, says " + words, Evidence: []report.Evidence{evidence("/contact_points/days", 3, 65)}}}
			}),
			with("dsa.art14.4", "14(4)", "Restrictions are diligent", report.Compliant, func(o *report.Obligation) {
				o.Basis, o.Parameters = report.ByParameter, []report.ParameterValue{hours}
			}),
			with("dsa.art17.1", "17(1)", "Reasons are stated", report.Undetermined, func(o *report.Obligation) {
				o.Possible = []report.Verdict{report.Breach, report.Compliant}
				o.Missing = []report.Missing{{Pointer: "/statements_of_reasons/sent_count", Conditions: []string{"breach if it is less than 12"}}}
			}),
			with("dsa.art34.1", "34(1)", "Risks are assessed", report.NotApplicable, func(o *report.Obligation) {
				o.AppliesFrom, o.IfApplicable, o.Addressee = new(report.Day("2024-02-17")), new(report.Breach), report.VLOPVLOSE
				o.Reasons = []report.Reason{report.NotYet}
				o.Findings = []report.Finding{finding("unassessed", report.Law, evidence("/risk_assessment/done", false, 70))}
			}),
			with("dsa.art37.1", "37(1)", "An audit takes place every year", report.Breach, func(o *report.Obligation) {
				f := finding("late", report.ByReading, evidence("/audit/audit_report_received_on", "2023-08-30", 75))
				f.EndedOn, f.Words, f.Status = new(report.Day("2023-08-30")), []string{"at least once a year"}, report.Preliminary
				f.Readings = []report.ReadingValue{{Name: "yearly_cycle", Chosen: "twelve_months", Rivals: []string{"cycle"}}}
				f.Evidence[0].Status, f.Evidence[0].Nature = report.Preliminary, report.Judged
				o.Basis, o.Findings, o.Readings, o.Ended, o.JudgedFacts = report.ByReading, []report.Finding{f}, f.Readings, true, 1
			}),
			with("dsa.art30.1", "30(1)", "Traders are traceable", report.NotApplicable, func(o *report.Obligation) {
				o.AppliesFrom, o.IfApplicable, o.Addressee = nil, new(report.Compliant), report.Marketplace
				o.Reasons = []report.Reason{report.NotAddressed}
			}),
		},
		Context: []report.Context{{
			ID: "dsa.art45", Article: "45", Title: "Codes of conduct", Kind: report.Voluntary, State: report.Noted,
			Findings: []report.Finding{finding("unsigned", report.Law, evidence("/codes/signed", false, 80))}, Missing: []report.Missing{},
		}},
		Parameters: []report.Parameter{{ParameterValue: hours, Article: "16(6)", Term: "timely", Reason: "A day is enough.", Source: "Recital 52"}},
		Readings: []report.Reading{{
			ReadingValue: report.ReadingValue{Name: "yearly_cycle", Chosen: "twelve_months", Rivals: []string{"cycle"}},
			Article:      "37(1)", Question: "What is a year?", Default: "cycle", Reason: "The coordinator says so: " + words,
			Options: map[string]string{"cycle": "One within each year.", "twelve_months": "Twelve months between two."},
		}},
		SetAside: []report.SetAside{{
			Pointer: "/complaints/note", Value: words, Line: 51, Column: 5, Sources: []string{}, Reason: report.Alleged, Why: "it is alleged and nobody has tested it",
		}},
		Provenance: report.Provenance{
			Facts:          []report.File{{File: "facts/example.yaml", SHA256: hash("a")}},
			PoliciesSHA256: hash("b"), ParametersSHA256: hash("c"), Engine: "dsaeval v1.2.3",
			Waivers: []report.File{{File: "waivers.yaml", SHA256: hash("d")}},
		},
	}
}

// hostile is a name that tries to break out of every format.
const hostile = "=1+1|`x`\n::error::owned\r\n<script>alert('1')</script> # %0A \\ \"q\", ]]> [a](javascript:b) @team {0}\x00\x1b[31m \u202eRTL 👩‍👧 ../…\n1..0\n---\n| a |"
