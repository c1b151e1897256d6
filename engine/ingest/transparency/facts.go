package transparency

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
)

// FactOptions says how far a report can be trusted to be all there is.
type FactOptions struct {
	// Complete means that what was read is the report as it was published, all of
	// it. What it lacks was then not given, which facts can say; otherwise it is
	// not known.
	Complete bool
}

// Fact is one fact that a report states.
type Fact struct {
	// Pointer is the JSON Pointer of the fact.
	Pointer string
	// Value is a bool, a string, an exact decimal as [Decimal], or a map of them.
	Value any
	// Refs are the cells that it was read from.
	Refs []Ref
}

// Decimal is a number as it is written in facts.
type Decimal string

// Facts returns what the report states, in the order of the schema, and notes
// on what it leaves open. A fact is stated only where the report means the same
// as the fact: its "Decisions upheld", for one, are complaints that failed.
func (r *Report) Facts(options FactOptions) ([]Fact, []Note) {
	w := &writer{r: r, complete: options.Complete}
	w.identification()
	w.notices()
	w.accounts()
	w.complaints()
	w.orders()
	w.reportOrders()
	w.reportNotices()
	w.reportOwnInitiative()
	w.reportComplaints()
	w.reportAutomation()
	w.reportDisputes()
	w.reportPeople()
	w.recipients()
	return w.facts, w.notes
}

type writer struct {
	r        *Report
	complete bool
	facts    []Fact
	notes    []Note
}

func (w *writer) set(pointer string, value any, refs ...Ref) {
	w.facts = append(w.facts, Fact{pointer, value, refs})
}

func (w *writer) open(pointer, why string, refs ...Ref) {
	n := Note{Text: strings.ReplaceAll(strings.TrimPrefix(pointer, "/"), "/", ".") + " is left unknown: " + why}
	if len(refs) > 0 {
		n.Ref = refs[0]
	}
	w.notes = append(w.notes, n)
}

// count states a count, if it is one.
func (w *writer) count(pointer string, f Figure) bool {
	switch {
	case f.whole():
		w.set(pointer, Decimal(decimal(f.Value)), f.Refs...)
		return true
	case f.known():
		w.open(pointer, decimal(f.Value)+" is no whole number of things", f.Refs...)
	case f.State == Unreadable:
		w.open(pointer, "what the report gives cannot be read as one number", f.Refs...)
	}
	return false
}

// amount states a quantity that is not negative, multiplied by factor.
func (w *writer) amount(pointer string, f Figure, factor *big.Rat, limit *big.Rat) {
	if !f.known() {
		if f.State == Unreadable {
			w.open(pointer, "what the report gives cannot be read as one number", f.Refs...)
		}
		return
	}
	value := new(big.Rat).Mul(f.Value, factor)
	if value.Sign() < 0 || limit != nil && value.Cmp(limit) > 0 {
		w.open(pointer, decimal(f.Value)+" is out of range", f.Refs...)
		return
	}
	w.set(pointer, Decimal(decimal(value)), f.Refs...)
}

// given states whether the report gives something. That it does not is known
// only of a report that is complete.
func (w *writer) given(name string, yes bool, refs ...Ref) {
	if yes {
		w.set("/transparency_reports/"+name, true, refs...)
	} else if w.complete {
		w.set("/transparency_reports/"+name, false, refs...)
	}
}

// figureGiven is given for a figure: one that cannot be read is neither given
// nor not.
func (w *writer) figureGiven(name string, figures ...Figure) {
	var refs []Ref
	yes := true
	for _, f := range figures {
		if f.State == Unreadable {
			return
		}
		yes = yes && f.known()
		refs = append(refs, f.Refs...)
	}
	w.given(name, yes, refs...)
}

func (w *writer) identification() {
	id := w.r.Identification
	date := func(pointer string, d Day) {
		if d.known() {
			w.set(pointer, d.Text, d.Ref)
		}
	}
	// The report is judged on the day on which it was published.
	date("/assessment/date", id.Published)
	date("/assessment/period/from", id.From)
	date("/assessment/period/to", id.To)
	date("/service/name", id.Service)
	date("/service/provider", id.Provider)
	first := w.r.Sheets[0].at(0, 0)
	w.set("/transparency_reports/transparency_report_published", true, first)
	date("/transparency_reports/transparency_report_last_period_start", id.From)
	date("/transparency_reports/transparency_report_last_period_end", id.To)
	date("/transparency_reports/transparency_report_published_on", id.Published)
	if id.Previous.known() && (!id.Published.known() || id.Previous.Text < id.Published.Text) {
		date("/transparency_reports/transparency_report_previous_published_on", id.Previous)
	} else if id.Previous.known() {
		w.open("/transparency_reports/transparency_report_previous_published_on", "it is not before the publication of this report", id.Previous.Ref)
	}
	w.set("/transparency_reports/transparency_report_machine_readable", true, first)
	w.template(first)
	format := "csv"
	if first.Sheet != "" {
		format = "xlsx"
	}
	w.set("/transparency_reports/transparency_report_format", format, first)
}

// template states whether the templates of Annex I are used: a table that lacks
// columns of them is something else.
func (w *writer) template(first Ref) {
	for _, s := range w.r.Sheets {
		for _, n := range s.notes {
			if n.rule == "template-columns" {
				w.set("/transparency_reports/transparency_report_uses_annex_i_template", false, n.Ref)
				return
			}
		}
	}
	w.set("/transparency_reports/transparency_report_uses_annex_i_template", true, first)
}

func (w *writer) notices() {
	notices, flagged := w.r.total(partNotices, "notices", total), w.r.total(partNotices, "notices_tf", total)
	if !w.count("/reporting_pipeline/notices_submitted_count", notices) {
		return
	}
	if flagged.known() && flagged.Value.Cmp(notices.Value) > 0 {
		w.open("/reporting_pipeline/tf_notices_count", "it exceeds all notices", flagged.Refs...)
		return
	}
	w.count("/reporting_pipeline/tf_notices_count", flagged)
}

// accounts states the accounts closed on the provider's own initiative; those
// closed after notices and orders are not in the report.
func (w *writer) accounts() {
	closed := w.r.total(partIllegal, "account_termination", total).plus(w.r.total(partTerms, "account_termination", total))
	if !closed.whole() {
		return
	}
	id := w.r.Identification
	if id.From.known() && id.To.known() {
		w.set("/account_removals/accounts_removed_period_start", id.From.Text, id.From.Ref)
		w.set("/account_removals/accounts_removed_period_end", id.To.Text, id.To.Ref)
	}
	w.count("/account_removals/accounts_removed_own_initiative_count", closed)
}

func (w *writer) complaints() {
	received := w.r.total(partAppeals, "complaints", total)
	w.count("/complaints/complaints_received_count", received)
	upheld, partly, reversed := w.r.total(partAppeals, "complaints", "upheld"), w.r.total(partAppeals, "complaints", "partly"), w.r.total(partAppeals, "complaints", "reversed")
	w.count("/complaints/complaints_decided_count", upheld.plus(partly).plus(reversed))
	w.amount("/complaints/median_hours_complaint_to_decision", w.r.total(partAppeals, "complaints", "median"), one, nil)
	if partly.known() && reversed.known() && upheld.known() {
		w.count("/complaints/complaints_upheld_count", partly.plus(reversed))
	}
	w.amount("/complaints/ods_decisions_implemented_share", w.r.total(partAppeals, "disputes", "implemented"), hundred, hundred)
}

func (w *writer) orders() {
	w.count("/orders/illegal_content_orders_received_count", w.r.total(partOrders, "orders_act", total))
	w.count("/orders/information_orders_received_count", w.r.total(partOrders, "orders_info", total))
}

// sorted reports whether a part has a figure that matches, and where.
func (w *writer) sorted(part int, match func(*Entry) bool) (bool, []Ref) {
	for _, e := range w.r.Entries {
		if e.Part == part && e.State == Known && match(e) {
			return true, []Ref{e.Ref}
		}
	}
	return false, nil
}

func byCategory(e *Entry) bool { return e.Category != total && e.Scope == total && e.Kind == Count }

func (w *writer) reportOrders() {
	act, info := w.r.total(partOrders, "orders_act", total), w.r.total(partOrders, "orders_info", total)
	w.figureGiven("report_orders_count_given", act, info)
	all := act.plus(info)
	w.count("/transparency_reports/report_orders_count", all)
	if all.known() && all.Value.Sign() == 0 {
		return
	}
	yes, refs := w.sorted(partOrders, byCategory)
	w.given("report_orders_by_content_type", yes, refs...)
	yes, refs = w.sorted(partOrders, func(e *Entry) bool { return e.Scope != total && e.Kind == Count })
	w.given("report_orders_by_member_state", yes, refs...)
	for _, m := range []struct{ name, measure string }{{"report_median_time_inform_authority", "inform"}, {"report_median_time_give_effect", "effect"}} {
		forAct, forInfo := w.r.total(partOrders, "orders_act_"+m.measure, total), w.r.total(partOrders, "orders_info_"+m.measure, total)
		switch {
		// One median is asked for; the template has one for each kind of order.
		case act.known() && act.Value.Sign() == 0:
			w.figureGiven(m.name+"_given", forInfo)
			w.amount("/transparency_reports/"+m.name, forInfo, one, nil)
		case info.known() && info.Value.Sign() == 0:
			w.figureGiven(m.name+"_given", forAct)
			w.amount("/transparency_reports/"+m.name, forAct, one, nil)
		default:
			w.figureGiven(m.name+"_given", forAct, forInfo)
			if forAct.known() && forInfo.known() {
				w.open("/transparency_reports/"+m.name, "the report gives one median for each kind of order, and they cannot be combined", forAct.Refs...)
			}
		}
	}
}

func (w *writer) reportNotices() {
	notices := w.r.total(partNotices, "notices", total)
	w.figureGiven("report_notices_count_given", notices)
	w.count("/transparency_reports/report_notices_count", notices)
	yes, refs := w.sorted(partNotices, byCategory)
	w.given("report_notices_by_type", yes, refs...)
	flagged := w.r.total(partNotices, "notices_tf", total)
	w.figureGiven("report_notices_trusted_flagger_count_given", flagged)
	w.count("/transparency_reports/report_notices_trusted_flagger_count", flagged)
	w.figureGiven("report_actions_law_vs_terms", w.r.total(partNotices, "law", total), w.r.total(partNotices, "terms", total))
	automated := w.r.total(partAutomated, "notices_automated", "notices")
	w.figureGiven("report_notices_automated_count_given", automated)
	w.count("/transparency_reports/report_notices_automated_count", automated)
	median := w.r.total(partNotices, "median", total)
	w.figureGiven("report_median_time_to_action_given", median)
	w.amount("/transparency_reports/report_median_time_to_action", median, one, nil)
}

func (w *writer) reportOwnInitiative() {
	w.described("report_own_initiative_present", "own_initiative", false)
	w.described("report_moderator_training_described", "training", true)
	illegal, terms := w.r.total(partIllegal, "measures", total), w.r.total(partTerms, "measures", total)
	w.figureGiven("report_own_initiative_measures_count_given", illegal, terms)
	w.count("/transparency_reports/report_own_initiative_measures_count", illegal.plus(terms))
	both := func(name string, match func(*Entry) bool) {
		inIllegal, refs := w.sorted(partIllegal, match)
		inTerms, more := w.sorted(partTerms, match)
		switch {
		case (inIllegal || zero(illegal)) && (inTerms || zero(terms)):
			w.given(name, true, append(refs, more...)...)
		case !inIllegal && !inTerms && !zero(illegal) && !zero(terms):
			w.given(name, false)
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
	case word == nil && w.complete:
		w.set("/transparency_reports/"+name, false)
	case word == nil:
	case word.Given && enough:
		w.set("/transparency_reports/"+name, true, word.Ref)
	case !word.Given && (word.Placeholder || w.complete):
		w.set("/transparency_reports/"+name, false, word.Ref)
	}
}

func (w *writer) reportComplaints() {
	complaints := w.r.total(partAppeals, "complaints", total)
	w.figureGiven("report_complaints_count_given", complaints)
	w.count("/transparency_reports/report_complaints_count", complaints)
	yes, refs := w.sorted(partAppeals, func(e *Entry) bool { return strings.HasPrefix(e.Measure, "on_") && e.Scope == total })
	w.given("report_complaints_by_basis", yes, refs...)
	upheld, reversed := w.r.total(partAppeals, "complaints", "upheld"), w.r.total(partAppeals, "complaints", "reversed")
	w.figureGiven("report_complaint_decisions_by_outcome", upheld, reversed)
	median := w.r.total(partAppeals, "complaints", "median")
	w.figureGiven("report_median_complaint_decision_time_given", median)
	w.amount("/transparency_reports/report_median_complaint_decision_time", median, one, nil)
	w.figureGiven("report_complaints_reversed_count_given", reversed)
	w.count("/transparency_reports/report_complaints_reversed_count", reversed)
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
	yes, refs := w.sorted(partAutomated, func(e *Entry) bool { return e.Kind == Share })
	w.given("report_automation_accuracy_given", yes, refs...)
	w.amount("/transparency_reports/report_automation_accuracy", w.r.total(partAutomated, "accuracy", total), hundred, hundred)
	w.described("report_automation_error_rate_given", "accuracy", false)
	w.described("report_automation_safeguards", "safeguards", true)
}

func (w *writer) reportDisputes() {
	disputes := w.r.total(partAppeals, "disputes", total)
	w.figureGiven("report_ods_disputes_count_given", disputes)
	w.count("/transparency_reports/report_ods_disputes_count", disputes)
	w.figureGiven("report_ods_outcomes", w.r.total(partAppeals, "disputes", "upheld"), w.r.total(partAppeals, "disputes", "reversed"))
	median := w.r.total(partAppeals, "disputes", "median")
	w.figureGiven("report_ods_median_days_given", median)
	w.amount("/transparency_reports/report_ods_median_days", median, big.NewRat(1, 24), nil)
	share := w.r.total(partAppeals, "disputes", "implemented")
	w.figureGiven("report_ods_implemented_share_given", share)
	w.amount("/transparency_reports/report_ods_implemented_share", share, hundred, hundred)
	for _, s := range []struct{ name, measure string }{
		{"report_suspensions_illegal_content", "suspensions_content"},
		{"report_suspensions_unfounded_notices", "suspensions_notices"},
		{"report_suspensions_unfounded_complaints", "suspensions_complaints"},
	} {
		f := w.r.total(partAppeals, s.measure, total)
		w.figureGiven(s.name+"_given", f)
		w.count("/transparency_reports/"+s.name, f)
	}
}

// reportPeople states figures by language. A map is complete, so that it is
// stated only where every figure could be read and placed.
func (w *writer) reportPeople() {
	people, complete := w.r.by(partPeople, "moderators")
	w.places("/transparency_reports/report_moderators_by_language", partPeople, people, complete, officialLanguages, one, nil)
	w.described("report_moderator_qualifications", "qualifications", true)
	if len(people) > 0 {
		refs := people[slices.Sorted(maps.Keys(people))[0]].Refs
		w.set("/transparency_reports/report_moderator_linguistic_expertise", true, refs...)
	}
	accuracy, complete := w.r.by(partAutomated, "accuracy")
	w.places("/transparency_reports/report_accuracy_by_language", partAutomated, accuracy, complete, officialLanguages, hundred, hundred)
}

func (w *writer) places(pointer string, part int, figures map[string]Figure, complete bool, places []string, factor, limit *big.Rat) {
	switch {
	case !w.r.has(part) && !w.complete:
		return
	case !complete:
		w.open(pointer, "not all of its figures could be read, and placed once", w.r.where(part))
		return
	case len(figures) == 0 && !w.complete:
		return
	}
	value := map[string]Decimal{}
	var refs []Ref
	for _, place := range places {
		f, ok := figures[place]
		if !ok {
			continue
		}
		n := new(big.Rat).Mul(f.Value, factor)
		if n.Sign() < 0 || limit != nil && n.Cmp(limit) > 0 || limit == nil && !n.IsInt() {
			w.open(pointer, fmt.Sprintf("%s is out of range", decimal(f.Value)), f.Refs...)
			return
		}
		value[place] = Decimal(decimal(n))
		refs = append(refs, f.Refs...)
	}
	w.set(pointer, value, refs...)
}

func (w *writer) recipients() {
	w.count("/service/amar_value", w.r.total(partRecipients, "recipients", total))
	figures, complete := w.r.by(partRecipients, "recipients")
	w.places("/service/amar_by_member_state", partRecipients, figures, complete, memberStates, one, nil)
}
