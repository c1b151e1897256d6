package transparency

import (
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
	w.departures()
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

// amountOf is amount for medians and shares of things: where there was none, a
// number says nothing and becomes no fact.
func (w *writer) amountOf(things []Figure, pointer string, f Figure, factor *big.Rat, limit *big.Rat) {
	if !slices.ContainsFunc(things, zero) {
		w.amount(pointer, f, factor, limit)
	} else if f.known() {
		w.open(pointer, decimal(f.Value)+" is given, and there is nothing that it could be of", f.Refs...)
	}
}

// outOfCourt are the disputes, and those that were decided.
func (w *writer) outOfCourt() []Figure {
	return []Figure{w.r.total(partAppeals, "disputes", total), w.decided("disputes")}
}

// given states whether the report gives something that stands in some parts.
// That it does not is known only of a report that is complete, and only where
// nothing in those parts was left unread.
func (w *writer) given(name string, yes bool, parts []int, refs ...Ref) {
	switch {
	case yes:
		w.set("/transparency_reports/"+name, true, refs...)
	case w.complete && !slices.ContainsFunc(parts, w.r.doubtful):
		w.set("/transparency_reports/"+name, false, refs...)
	}
}

// figureGiven is given for figures: one that cannot be read is neither given
// nor not.
func (w *writer) figureGiven(name string, parts []int, figures ...Figure) {
	var refs []Ref
	yes := true
	for _, f := range figures {
		if f.State == Unreadable {
			return
		}
		yes = yes && f.known()
		refs = append(refs, f.Refs...)
	}
	w.given(name, yes, parts, refs...)
}

// applies reports whether rows that are there for some providers alone have
// been filled in or left out; where they are blank, they do not apply.
func applies(figures ...Figure) bool {
	return slices.ContainsFunc(figures, func(f Figure) bool { return f.State != Blank || len(f.Refs) == 0 })
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
	w.count("/complaints/complaints_decided_count", w.decided("complaints"))
	w.amountOf([]Figure{received, w.decided("complaints")}, "/complaints/median_hours_complaint_to_decision", w.r.total(partAppeals, "complaints", "median"), one, nil)
	if partly.known() && reversed.known() && upheld.known() {
		w.count("/complaints/complaints_upheld_count", partly.plus(reversed))
	}
	w.amountOf(w.outOfCourt(), "/complaints/ods_decisions_implemented_share", w.r.total(partAppeals, "disputes", "implemented"), hundred, hundred)
}

func (w *writer) orders() {
	w.count("/orders/illegal_content_orders_received_count", w.r.total(partOrders, "orders_act", total))
	w.count("/orders/information_orders_received_count", w.r.total(partOrders, "orders_info", total))
}
