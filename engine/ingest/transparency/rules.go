package transparency

import "slices"

// Severity says how grave a finding is.
type Severity string

// The severities. An error breaks a rule of the Regulation or of its
// implementing act, or cannot be true; a warning is an inconsistency, which may
// have a good reason.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Rule is one check of the linter.
type Rule struct {
	ID       string   `json:"id"`
	Severity Severity `json:"severity"`
	// Title says what is wrong where it fires.
	Title string `json:"title"`
	// Basis is the provision that it rests on, "" for mere arithmetic.
	Basis string `json:"basis,omitempty"`
}

const (
	templates    = "Implementing Regulation (EU) 2024/2835, Art. 1 and Annex I"
	instructions = "Implementing Regulation (EU) 2024/2835, Annex II"
	periods      = "Implementing Regulation (EU) 2024/2835, Art. 2"
)

// rules are all checks, in the order of their ids. Those below the line come
// from reading and carry the ids that notes have.
var rules = []Rule{
	{"amar-below-threshold", Warning, "fewer recipients than a designation requires", "Art. 33(1) and (5)"},
	{"amar-states-missing", Error, "Member States without a number of recipients", "Art. 42(3)"},
	{"amar-sum", Warning, "the recipients of the Member States do not add up to the total", ""},
	{"automated-exceeds-measures", Error, "more measures after automated detection than measures", ""},
	{"automated-notices", Warning, "notices processed with and without automation do not add up to the notices", ""},
	{"automated-own-initiative", Warning, "measures with and without automation are far from the measures of parts 5 and 6", ""},
	{"automated-parts", Warning, "more measures on own initiative than measures", ""},
	{"categories-sum", Warning, "the categories do not add up to the total", ""},
	{"complaints-kinds", Warning, "the kinds of complaint do not add up to the total", ""},
	{"count-negative", Error, "a number below zero", instructions},
	{"count-not-whole", Error, "a number of things that is not whole", instructions},
	{"items-below-notices", Warning, "fewer items than notices or orders", ""},
	{"keywords-sum", Warning, "the sub-categories do not add up to their category", ""},
	{"language-above-total", Warning, "more moderators of a language than moderators", ""},
	{"median-long", Warning, "a median of more than 30 days", ""},
	{"median-missing", Error, "no median although there is something to measure", "Art. 15(1)"},
	{"median-of-nothing", Warning, "a median although there was nothing to measure", ""},
	{"moderators-sum", Warning, "internal and external moderators do not add up to the total", ""},
	{"outcomes-sum", Warning, "the outcomes do not add up to the total", ""},
	{"part-missing", Warning, "parts of the template that were not found", templates},
	{"period-prescribed", Error, "a period that is neither a calendar year nor a half-year", periods + "(1) and (2)"},
	{"previous-missing", Warning, "no date of the previous report", instructions},
	{"previous-not-before", Warning, "the previous report is not from before this one", ""},
	{"published-early", Error, "published before the period ended", ""},
	{"published-late", Error, "published more than two months after the period", periods + "(3)"},
	{"restrictions-sum", Warning, "the types of restriction do not add up to the measures", ""},
	{"share-range", Error, "a share that is not between 0 and 1", instructions},
	{"states-sum", Warning, "the orders of the Member States do not add up to the total", ""},
	{"trusted-flaggers-exceed", Error, "more from trusted flaggers than from all", ""},

	{"ambiguous", Error, "a number that can be read in two ways", instructions},
	{"category", Warning, "a category that is not one of the template", templates},
	{"date", Error, "no day where one is asked for", instructions},
	{"date-form", Error, "a day that is not written YYYY-MM-DD", instructions},
	{"decimal-comma", Warning, "decimal commas", instructions},
	{"delimiter", Error, "cells that are not separated by commas", instructions},
	{"empty", Warning, "an empty table", ""},
	{"encoding", Error, "a file that is not UTF-8", instructions},
	{"fill-down", Error, "days that do not exist, in a row", instructions},
	{"header", Warning, "a header that is not that of the template", templates},
	{"impossible-day", Error, "a day that does not exist", instructions},
	{"indicator", Warning, "an indicator that is not one of the template", templates},
	{"language", Warning, "a language that is not written in two lower-case letters", instructions},
	{"not-a-number", Error, "text where a number is asked for", instructions},
	{"percentages", Error, "percentages instead of shares between 0 and 1", instructions},
	{"period", Warning, "periods that differ", ""},
	{"period-form", Error, "a period that is not written YYYY-MM-DD/YYYY-MM-DD", instructions},
	{"placeholder", Error, "a placeholder of the template that was left in", templates},
	{"quotes", Error, "quotes that are not those of RFC 4180", instructions},
	{"range", Error, "a range or a bound instead of a number", instructions},
	{"repeated-row", Warning, "a row that is given twice", ""},
	{"scope", Warning, "a scope that is not one of the template", templates},
	{"separators", Warning, "commas and points that mean different things in one column", instructions},
	{"service", Warning, "a service with several names", ""},
	{"states-for-languages", Error, "Member States where languages are asked for", "Art. 42(2)(c)"},
	{"stray-row", Warning, "rows that are none of the template", templates},
	{"template-columns", Error, "columns of the template that are missing", templates},
	{"thousands", Warning, "separators of thousands", instructions},
	{"unit", Error, "a unit in a cell for a number", instructions},
	{"unknown-column", Warning, "columns that are none of the template", templates},
}

// Rules returns all checks of the linter.
func Rules() []Rule { return slices.Clone(rules) }

func ruleOf(id string) (Rule, bool) {
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return Rule{}, false
	}
	return rules[i], true
}
