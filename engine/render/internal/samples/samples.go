// Package samples has reports for the tests of the writers.
package samples

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// Full is a report in which every part of a page has something to show.
func Full() *report.Report {
	hours := report.ParameterValue{Name: "median_hours_notice_to_decision_max", Value: 24, Unit: "hours"}
	lost := report.Finding{
		Code: "lost", Message: "Notices were lost to a fault and have not been decided", Basis: report.Law,
		Evidence: []report.Evidence{
			{Pointer: "/reporting_pipeline/notices_lost_to_fault_count", Value: 12, Line: 31, Column: 5, Sources: []string{"letter-2025", "press"}},
			{Pointer: "/assessment/date", Value: "2025-06-02"},
		},
	}
	slow := report.Finding{
		Code: "median", Message: "Half of the notices wait too long for a decision", Basis: report.ByParameter, Item: new(0), Alternative: true,
		Parameters: []report.ParameterValue{hours},
		Evidence: []report.Evidence{
			{Pointer: "/reporting_pipeline/languages", Value: []any{"de", "fr"}, Line: 32, Column: 5, Sources: []string{"undescribed"}},
		},
	}
	obligation := func(id, article, title string, addressee report.Addressee, verdict report.Verdict) report.Obligation {
		return report.Obligation{
			ID: id, Article: article, Title: title, Description: title + ", in a paraphrase.", Kind: report.Duty,
			Addressee: addressee, Verdict: verdict, AppliesFrom: new(report.Day("2024-02-17")), Basis: report.Law,
			Remediation: "Repair what is broken.", Penalty: []report.Penalty{report.SixPercent},
			Links: []string{"https://eur-lex.europa.eu/eli/reg/2022/2065/oj"},
		}
	}
	breach := obligation("dsa.art16.6", "16(6)", "Notices are decided in time", report.Hosting, report.Breach)
	breach.Findings, breach.Basis, breach.Parameters = []report.Finding{lost, slow}, report.ByParameter, []report.ParameterValue{hours}
	breach.Findings[1].Waiver = &report.Waiver{
		Finding: new("median"), Item: new(0), Reason: "More people start in May.", Owner: "Moderation", ApprovedBy: "Head of Compliance", LastValidDay: "2024-05-31",
	}
	waived := obligation("dsa.art27.1", "27(1)", "The terms set out the main parameters", report.OnlinePlatform, report.Breach)
	waived.Findings, waived.Waiver = []report.Finding{lost}, &report.Waiver{
		Reason: "New terms enter into force in July.", Owner: "Legal", ApprovedBy: "Head of <Compliance>", LastValidDay: "2024-07-31",
	}
	waived.Links = append(waived.Links, "https://example.org/guidelines", "javascript:alert(1)")
	open := obligation("dsa.art34.1", "34(1)", "Systemic risks are assessed", report.VLOPVLOSE, report.Undetermined)
	open.Possible = []report.Verdict{report.Breach, report.Compliant}
	open.Missing = []report.Missing{
		{Pointer: "/risk_assessment/risk_assessment_exists", Conditions: []string{"breach if risk_assessment.risk_assessment_exists is false"}},
		{Pointer: "/service/categories", Conditions: []string{"decides whether the obligation applies"}},
	}
	other := obligation("dsa.art34.3", "34(3)", "Supporting documents are kept", report.VLOPVLOSE, report.Undetermined)
	other.Open = []report.Open{{Decides: report.Breached, Finding: "lost", Message: "Documents were not kept", Condition: kept()}}
	other.Missing = append(open.Missing[1:2:2], report.Missing{Pointer: "/risk_assessment/supporting_documents_kept_months", Open: []int{0}})
	words.Speak(other.Open, other.Missing[1:])
	met := obligation("dsa.art11.1", "11(1)", "Authorities have a point of contact", report.Intermediary, report.Compliant)
	ahead := obligation("dsa.art40.13", "40(13)", "Researchers find a catalogue of data", report.VLOPVLOSE, report.NotApplicable)
	ahead.Reasons, ahead.IfApplicable, ahead.Findings = []report.Reason{report.NotYet}, new(report.Breach), []report.Finding{lost}
	ahead.AppliesFrom = new(report.Day("2025-10-29"))
	exempt := obligation("dsa.art30.1", "30(1)", "Traders are identified", report.Marketplace, report.NotApplicable)
	exempt.Reasons, exempt.IfApplicable, exempt.AppliesFrom = []report.Reason{report.NotAddressed}, new(report.Undetermined), nil
	own := obligation("house.rule1", "House rule 1", "A rule that a user added", report.Intermediary, report.Compliant)

	return &report.Report{
		SchemaVersion: 1, AssessmentDate: "2025-06-02",
		Service:     report.Service{Name: "Example", Provider: "Example Ltd"},
		Summary:     report.Summary{Breach: 2, Compliant: 2, Undetermined: 2, NotApplicable: 2},
		Obligations: []report.Obligation{met, breach, waived, exempt, open, other, ahead, own},
		Context: []report.Context{
			{ID: "dsa.art25.3.a", Article: "25(3)(a)", Title: "Some choices are given more prominence", Kind: report.Indicator, State: report.Noted, Findings: []report.Finding{lost}},
			{ID: "dsa.art35.1.c", Article: "35(1)(c)", Title: "Moderation is adapted", Kind: report.MitigationOption, State: report.Unknown},
		},
		Parameters: []report.Parameter{{
			ParameterValue: hours, Article: "16(6)", Term: "timely", Reason: "A day is what most providers promise.", Source: "Recital 52",
		}},
		Sources: []report.Source{
			{ID: "letter-2025", Title: "Letter of the provider of 12 May 2025", PublishedOn: "2025-05-12", Confidence: "primary"},
			{ID: "press", Title: "A report in the press", URL: "https://example.org/article?id=1&page=2", Confidence: "secondary"},
		},
		Questions: []report.Question{
			{Pointer: "/risk_assessment/supporting_documents_kept_months", Question: new("For how many months were the supporting documents kept?"), Kind: report.Count, Unit: new("months"), Line: 17, Column: 1},
			{Pointer: "/risk_assessment/risk_assessment_exists", Description: "Whether there is a report of the assessment.", Kind: report.Flag, Line: 17, Column: 1},
		},
		Fine: fine(),
		Provenance: report.Provenance{
			Facts:          []report.File{{File: "facts/example.yaml", SHA256: strings.Repeat("0123456789abcdef", 4)}},
			PoliciesSHA256: strings.Repeat("a", 64), ParametersSHA256: strings.Repeat("b", 64), Engine: "dsaeval test",
			SchemasSHA256: strings.Repeat("c", 64),
			Policies:      []report.File{{File: "house", SHA256: strings.Repeat("d", 64)}},
			Selection:     &report.Selection{Only: []string{}, Exclude: []string{}, Judged: 9, Of: 194},
		},
	}
}

// kept is a condition that is too long for a line.
func kept() *report.Condition {
	fact := func(name string) string { return "/risk_assessment/" + name }
	return &report.Condition{Op: report.Any, Of: []report.Condition{
		{Op: report.Below, Fact: fact("supporting_documents_kept_months"), Value: json.Number("36"), Unit: "months"},
		{Op: report.All, Of: []report.Condition{
			{Op: report.Holds, Fact: fact("supporting_documents_requested_by_authority")},
			{Op: report.Not, Of: []report.Condition{{Op: report.Holds, Fact: fact("supporting_documents_handed_over_on_request")}}},
		}},
	}}
}

func fine() *report.Fine {
	var r *report.Fine
	if err := json.Unmarshal([]byte(`{
		"currency": "EUR", "turnover": "110400000000.00", "turnover_of": "group",
		"statutory_cap": {"per_decision": "6624000000.00", "sum_of_infringements": "7728000000.00", "per_infringement": [
			{"obligation": "dsa.art16.6", "article": "16", "obligations": ["dsa.art16.6"], "cap": "6624000000.00", "basis": "art52.3_or_art74.1", "percent": "6"},
			{"obligation": "dsa.art27.1", "article": "27", "obligations": ["dsa.art27.1"], "cap": "1104000000.00", "basis": "art74.2", "percent": "1"}]},
		"indicative": {"model": "published-fines", "title": "Published fines", "kind": "reference", "low": "165000000.00", "central": "327000000.00", "high": "643000000.00",
			"caveats": ["There is no tariff."], "capped": false, "decision": "one range for the whole decision", "calculations": [],
			"reference": {"probability": "0.8", "words": "four of five comparable fines would lie between", "decisions": 4, "laws": ["DSA", "GDPR"], "at_another_level": 1, "turnover": "110400000000.00",
				"closed": {"with_a_fine": 2, "with_commitments": 1, "source": "the cases"},
				"nearest": [{"case": "X", "date": "2025-12-05", "law": "DSA", "articles": ["25(1)", "39"], "themes": ["interface"], "fine": "120000000.00", "turnover_low": "2402957486.14", "turnover_high": "14602587800.37", "source": "press", "confidence": "read", "differs": "5.4 % of this turnover"},
					{"case": "Temu", "date": "2026-05-28", "law": "DSA", "articles": ["34"], "themes": ["risks"], "fine": "200000000.00", "turnover_low": "53177339901.48", "turnover_high": "53177339901.48", "source": "press", "confidence": "read", "differs": "48 % of this turnover; lasted 18 months"}],
				"others": [{"case": "X", "date": "2025-12-05", "law": "DSA", "articles": ["25(1)", "39"], "themes": ["interface"], "fine": "120000000.00", "turnover_low": "2402957486.14", "turnover_high": "14602587800.37", "source": "press", "confidence": "read"},
					{"case": "Temu", "date": "2026-05-28", "law": "DSA", "articles": ["34"], "themes": ["risks"], "fine": "200000000.00", "turnover_low": "53177339901.48", "turnover_high": "53177339901.48", "source": "press", "confidence": "read"},
					{"case": "Transfers", "date": "2023-05-22", "law": "GDPR", "articles": [], "themes": [], "fine": "1200000000.00", "turnover_low": "111111111111.11", "turnover_high": "111111111111.11", "source": "press", "confidence": "read"},
					{"case": "Passwords", "date": "2024-09-27", "law": "GDPR", "articles": [], "themes": [], "fine": "91000000.00", "turnover_low": "124849000000.00", "turnover_high": "124849000000.00", "source": "press", "confidence": "read"}],
				"steps": [{"name": "b", "value": "0.310 (standard error 0.120)", "reason": "slope of the line"}]}},
		"comparisons": [{"model": "ours", "title": "Calibrated on decisions", "low": "38640000.00", "central": "124200000.50", "high": "441600000.00",
			"caveats": ["Calibrated on few decisions."], "capped": true, "decision": "the infringements add up",
			"calibration": {"decisions": 2, "infringements": 4, "low_percent": "0.24", "high_percent": "1.873", "median_percent": "0.291", "note": "", "cases": []},
			"calculations": [{"obligations": ["dsa.art16.6", "dsa.art27.1"], "low": "19320000.00", "central": "62100000.00", "high": "220800000.00"}]},
			{"model": "edpb", "title": "", "low": "0", "central": "1000.00", "high": "2000.00", "caveats": [], "calculations": []}],
		"merged": [{"obligation": "dsa.art28.1", "into": ["dsa.art16.6"], "because": "same_evidence"}],
		"periodic_penalty_per_day": "15123287.67",
		"if_undetermined": {"statutory_cap": {"per_decision": "6624000000.00", "sum_of_infringements": "6624000000.00", "per_infringement": [
			{"obligation": "dsa.art34.1", "cap": "6624000000.00", "basis": "art74.1", "percent": "6"}]}, "indicative": null, "no_range": "The model needs the gravity.", "comparisons": [], "merged": []},
		"if_applicable": null, "missing": ["service.financial_year_days"],
		"readings": [{"question": "Whose turnover counts?", "chosen": "that of the group", "other": "that of the provider", "switch": "x"}],
		"doubts": ["the turnover is of the financial year 2022"],
		"notes": ["The financial year is taken to have 365 days."]
	}`), &r); err != nil {
		panic(err)
	}
	return r
}

// Markup is text that breaks out of markup that does not escape it, with
// a control character and a mark that turns the direction of text.
const Markup = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'`&amp;\x1b[31m\u202edaer{{.}}"

// Hostile has hostile text wherever a report has text; a day is none.
func Hostile() *report.Report {
	content, err := json.Marshal(Full())
	if err != nil {
		panic(err)
	}
	var value any
	if err := json.Unmarshal(content, &value); err != nil {
		panic(err)
	}
	if content, err = json.Marshal(poisoned(value)); err != nil {
		panic(err)
	}
	r := &report.Report{}
	if err := json.Unmarshal(content, r); err != nil {
		panic(err)
	}
	// Verdicts stay, so that no section falls away.
	for i, o := range Full().Obligations {
		r.Obligations[i].Verdict, r.Obligations[i].Reasons, r.Obligations[i].IfApplicable = o.Verdict, o.Reasons, o.IfApplicable
	}
	for i, c := range Full().Context {
		r.Context[i].State = c.State
	}
	return r
}

func poisoned(value any) any {
	switch value := value.(type) {
	case string:
		return value + Markup
	case []any:
		for i := range value {
			value[i] = poisoned(value[i])
		}
	case map[string]any:
		for key := range value {
			if !slices.Contains([]string{"date", "assessment_date", "applies_from", "ended_on", "last_valid_day", "published_on"}, key) {
				value[key] = poisoned(value[key])
			}
		}
	}
	return value
}
