package transparency

import (
	"math/big"
	"slices"
	"strings"
)

// sorted states whether a part has a figure that matches. One that cannot be
// read says neither.
func (w *writer) sorted(name string, part int, match func(*Entry) bool) {
	yes, unreadable, refs := w.find(part, match)
	if yes || !unreadable {
		w.given(name, yes, []int{part}, refs...)
	}
}

func (w *writer) find(part int, match func(*Entry) bool) (yes, unreadable bool, refs []Ref) {
	for _, e := range w.r.Entries {
		if e.Part != part || !match(e) {
			continue
		}
		if e.State == Known {
			return true, false, []Ref{e.Ref}
		}
		unreadable = unreadable || e.State == Unreadable
	}
	return false, unreadable, nil
}

func byCategory(e *Entry) bool { return e.Category != total && e.Scope == total && e.Kind == Count }

func (w *writer) reportOrders() {
	orders := []int{partOrders}
	act, info := w.r.total(partOrders, "orders_act", total), w.r.total(partOrders, "orders_info", total)
	w.figureGiven("report_orders_count_given", orders, act, info)
	all := act.plus(info)
	w.count("/transparency_reports/report_orders_count", all)
	if zero(all) {
		return
	}
	w.sorted("report_orders_by_content_type", partOrders, byCategory)
	w.sorted("report_orders_by_member_state", partOrders, func(e *Entry) bool { return e.Scope != total && e.Kind == Count })
	for _, m := range []struct{ name, measure string }{{"report_median_time_inform_authority", "inform"}, {"report_median_time_give_effect", "effect"}} {
		forAct, forInfo := w.r.total(partOrders, "orders_act_"+m.measure, total), w.r.total(partOrders, "orders_info_"+m.measure, total)
		switch {
		// One median is asked for; the template has one for each kind of order.
		case zero(act):
			w.figureGiven(m.name+"_given", orders, forInfo)
			w.amount("/transparency_reports/"+m.name, forInfo, one, nil)
		case zero(info):
			w.figureGiven(m.name+"_given", orders, forAct)
			w.amount("/transparency_reports/"+m.name, forAct, one, nil)
		default:
			w.figureGiven(m.name+"_given", orders, forAct, forInfo)
			if forAct.known() && forInfo.known() {
				w.open("/transparency_reports/"+m.name, "the report gives one median for each kind of order, and they cannot be combined", forAct.Refs...)
			}
		}
	}
}

func (w *writer) reportNotices() {
	inNotices := []int{partNotices}
	notices := w.r.total(partNotices, "notices", total)
	w.figureGiven("report_notices_count_given", inNotices, notices)
	w.count("/transparency_reports/report_notices_count", notices)
	flagged := w.r.total(partNotices, "notices_tf", total)
	// Trusted flaggers are a matter of online platforms, Art. 22.
	if applies(flagged) {
		w.figureGiven("report_notices_trusted_flagger_count_given", inNotices, flagged)
	}
	w.count("/transparency_reports/report_notices_trusted_flagger_count", flagged)
	automated := w.r.total(partAutomated, "notices_automated", "notices")
	w.figureGiven("report_notices_automated_count_given", []int{partAutomated}, automated)
	w.count("/transparency_reports/report_notices_automated_count", automated)
	// Without notices there is nothing to sort, to act on or to measure.
	if zero(notices) {
		return
	}
	w.sorted("report_notices_by_type", partNotices, byCategory)
	w.figureGiven("report_actions_law_vs_terms", inNotices, w.r.total(partNotices, "law", total), w.r.total(partNotices, "terms", total))
	median := w.r.total(partNotices, "median", total)
	w.figureGiven("report_median_time_to_action_given", inNotices, median)
	w.amount("/transparency_reports/report_median_time_to_action", median, one, nil)
}

func (w *writer) reportOwnInitiative() {
	inBoth := []int{partIllegal, partTerms}
	w.described("report_own_initiative_present", "own_initiative", false)
	w.described("report_moderator_training_described", "training", true)
	illegal, terms := w.r.total(partIllegal, "measures", total), w.r.total(partTerms, "measures", total)
	w.figureGiven("report_own_initiative_measures_count_given", inBoth, illegal, terms)
	w.count("/transparency_reports/report_own_initiative_measures_count", illegal.plus(terms))
	both := func(name string, match func(*Entry) bool) {
		inIllegal, unclear, refs := w.find(partIllegal, match)
		inTerms, unclearTerms, more := w.find(partTerms, match)
		switch {
		case (inIllegal || zero(illegal)) && (inTerms || zero(terms)):
			w.given(name, true, inBoth, append(refs, more...)...)
		case !inIllegal && !inTerms && !zero(illegal) && !zero(terms) && !unclear && !unclearTerms:
			w.given(name, false, inBoth)
		}
	}
	both("report_measures_by_violation_type", byCategory)
	both("report_measures_by_detection_method", func(e *Entry) bool { return e.Category == total && e.Measure == "measures_automated" })
	both("report_measures_by_restriction_type", func(e *Entry) bool {
		return e.Category == total && slices.ContainsFunc(restrictions, func(m measure) bool { return m.key == e.Measure })
	})
}

func zero(f Figure) bool { return f.known() && f.Value.Sign() == 0 }

// described states that a text of part 11 is there. A placeholder of the
// template in its place says that it is not, and so does a blank in a report
// that is complete. What a text is worth is not for a program to say.
func (w *writer) described(name, key string, enough bool) {
	word := w.r.word(key)
	switch {
	case word != nil && word.Given && enough:
		w.set("/transparency_reports/"+name, true, word.Ref)
	case word != nil && word.Placeholder:
		w.set("/transparency_reports/"+name, false, word.Ref)
	case word == nil && w.asked(key):
		w.given(name, false, []int{partWords})
	case word != nil && word.Text == "" && w.asked(key):
		w.given(name, false, []int{partWords}, word.Ref)
	}
}

// asked reports whether a text is asked of this provider. Some are asked of
// designated services alone, and who leaves all of those blank need not be one.
func (w *writer) asked(key string) bool {
	if askedOf(partWords, key, total) == askedOfAll {
		return true
	}
	return slices.ContainsFunc(w.r.Words, func(x *Word) bool {
		return x.Part == partWords && x.Given && askedOf(partWords, x.Key, total) != askedOfAll
	})
}

func (w *writer) reportComplaints() {
	appeals := []int{partAppeals}
	complaints := w.r.total(partAppeals, "complaints", total)
	w.figureGiven("report_complaints_count_given", appeals, complaints)
	w.count("/transparency_reports/report_complaints_count", complaints)
	if zero(complaints) {
		return
	}
	// The template asks the rest of online platforms only, who need not be one.
	kinds := func(e *Entry) bool { return strings.HasPrefix(e.Measure, "on_") && e.Scope == total }
	if applies(w.r.figure(func(e *Entry) bool { return e.Part == partAppeals && kinds(e) })) {
		w.sorted("report_complaints_by_basis", partAppeals, kinds)
	}
	upheld, reversed := w.r.total(partAppeals, "complaints", "upheld"), w.r.total(partAppeals, "complaints", "reversed")
	if applies(upheld, reversed) {
		w.figureGiven("report_complaint_decisions_by_outcome", appeals, upheld, reversed)
	}
	if applies(reversed) {
		w.figureGiven("report_complaints_reversed_count_given", appeals, reversed)
	}
	w.count("/transparency_reports/report_complaints_reversed_count", reversed)
	median := w.r.total(partAppeals, "complaints", "median")
	decided := w.decided("complaints")
	if !zero(decided) && (applies(median) || decided.positive()) {
		w.figureGiven("report_median_complaint_decision_time_given", appeals, median)
	}
	w.amountOf([]Figure{decided}, "/transparency_reports/report_median_complaint_decision_time", median, one, nil)
}

// decided adds up the outcomes of complaints or disputes.
func (w *writer) decided(measure string) Figure {
	return w.r.total(partAppeals, measure, "upheld").plus(w.r.total(partAppeals, measure, "partly")).plus(w.r.total(partAppeals, measure, "reversed"))
}

func (w *writer) reportAutomation() {
	measures, notices := w.r.total(partAutomated, "measures_automated", total), w.r.total(partAutomated, "notices_automated", "notices")
	for _, f := range []Figure{measures, notices} {
		if f.positive() {
			w.set("/transparency_reports/report_automation_used", true, f.Refs...)
			break
		}
	}
	w.described("report_automation_description", "automation", true)
	w.described("report_automation_purposes", "purposes", true)
	// Nothing that was automated has no accuracy, whatever stands there.
	if !zero(measures) {
		w.sorted("report_automation_accuracy_given", partAutomated, func(e *Entry) bool { return e.Kind == Share })
		w.amount("/transparency_reports/report_automation_accuracy", w.r.total(partAutomated, "accuracy", total), hundred, hundred)
	}
	w.described("report_automation_error_rate_given", "accuracy", false)
	w.described("report_automation_safeguards", "safeguards", true)
}

func (w *writer) reportDisputes() {
	appeals := []int{partAppeals}
	disputes := w.r.total(partAppeals, "disputes", total)
	w.figureGiven("report_ods_disputes_count_given", appeals, disputes)
	w.count("/transparency_reports/report_ods_disputes_count", disputes)
	median, share := w.r.total(partAppeals, "disputes", "median"), w.r.total(partAppeals, "disputes", "implemented")
	if !zero(disputes) {
		w.figureGiven("report_ods_outcomes", appeals, w.r.total(partAppeals, "disputes", "upheld"), w.r.total(partAppeals, "disputes", "reversed"))
	}
	// Disputes that are pending have neither a duration nor an outcome.
	if !zero(disputes) && !zero(w.decided("disputes")) {
		w.figureGiven("report_ods_median_days_given", appeals, median)
		w.figureGiven("report_ods_implemented_share_given", appeals, share)
	}
	w.amountOf(w.outOfCourt(), "/transparency_reports/report_ods_median_days", median, big.NewRat(1, 24), nil)
	w.amountOf(w.outOfCourt(), "/transparency_reports/report_ods_implemented_share", share, hundred, hundred)
	for _, s := range []struct{ name, measure string }{
		{"report_suspensions_illegal_content", "suspensions_content"},
		{"report_suspensions_unfounded_notices", "suspensions_notices"},
		{"report_suspensions_unfounded_complaints", "suspensions_complaints"},
	} {
		f := w.r.total(partAppeals, s.measure, total)
		w.figureGiven(s.name+"_given", appeals, f)
		w.count("/transparency_reports/"+s.name, f)
	}
}
