package transparency

import (
	"slices"

	"github.com/dsaeval/dsaeval/records/lint"
)

// rule is one check of the linter.
type rule struct {
	id           string
	severity     lint.Severity
	title, basis string
	// reads counts what reading looked at for the rule, nil for rules that count
	// their own comparisons.
	reads func(*Report) int
}

func (r rule) public() lint.Rule {
	return lint.Rule{ID: r.id, Severity: r.severity, Title: r.title, Basis: r.basis}
}

const (
	mistake = lint.Error
	warning = lint.Warning

	templates    = "Implementing Regulation (EU) 2024/2835, Art. 1(1) and Annex I"
	instructions = "Implementing Regulation (EU) 2024/2835, Art. 1(2) and Annex II"
	periods      = "Implementing Regulation (EU) 2024/2835, Art. 2"
)

// rules are all checks, in the order of their ids. Those below the line come
// from reading and carry the ids that notes have.
var rules = []rule{
	{"amar-below-threshold", warning, "fewer recipients than a designation requires", "Art. 33(1) and (5)", nil},
	{"amar-outlier", warning, "recipients of a Member State about a thousandth of those of others", "", nil},
	{"amar-states-missing", mistake, "Member States without a number of recipients", "Art. 42(3)", nil},
	{"amar-sum", warning, "the recipients of the Member States do not add up to the total", "", nil},
	{"automated-exceeds-measures", mistake, "more measures after automated detection than measures", "", nil},
	{"automated-notices", warning, "notices processed with and without automation do not add up to the notices", "", nil},
	{"automated-own-initiative", warning, "measures with and without automation are far from the measures of parts 5 and 6", "", nil},
	{"automated-parts", warning, "more measures on own initiative than measures", "", nil},
	{"categories-sum", warning, "the categories do not add up to the total", "", nil},
	{"complaints-kinds", warning, "the kinds of complaint do not add up to the total", "", nil},
	{"count-negative", mistake, "a number below zero", instructions, nil},
	{"count-not-whole", mistake, "a number of things that is not whole", instructions, nil},
	{"items-below-notices", warning, "fewer items than notices or orders", "", nil},
	{"keywords-sum", warning, "the sub-categories do not add up to their category", "", nil},
	{"language-above-total", warning, "more moderators of a language than moderators", "", nil},
	{"median-long", warning, "a median of more than 30 days", "", nil},
	{"median-missing", mistake, "no median although there is something to measure", "Art. 15(1)(a), (b) and (d), and 24(1)(a)", nil},
	{"median-of-nothing", warning, "a median although there was nothing to measure", "", nil},
	{"median-zero", warning, "a median of nothing at all, although there is much to measure", "", nil},
	{"moderators-sum", warning, "internal and external moderators do not add up to the total", "", nil},
	{"outcomes-sum", warning, "the outcomes do not add up to the total", "", nil},
	{"part-missing", warning, "parts of the template that were not found", templates, nil},
	{"period-prescribed", mistake, "a period that is neither a calendar year nor a half-year", periods + "(1) and (2)", nil},
	{"previous-missing", warning, "no date of the previous report", instructions, nil},
	{"previous-not-before", warning, "the previous report is not from before this one", "", nil},
	{"published-early", mistake, "published before the period ended", "", nil},
	{"published-late", mistake, "published more than two months after the period", periods + "(3)", nil},
	{"restrictions-sum", warning, "the types of restriction do not add up to the measures", "", nil},
	{"share-range", mistake, "a share that is not between 0 and 1", instructions, nil},
	{"statements-illegal", warning, "measures against illegal content and statements of reasons of another order of magnitude", "", nil},
	{"statements-notices", warning, "actions after notices and statements of reasons of another order of magnitude", "", nil},
	{"statements-terms", warning, "measures under the terms and statements of reasons of another order of magnitude", "", nil},
	{"states-sum", warning, "the orders of the Member States do not add up to the total", "", nil},
	{"trusted-flaggers-exceed", mistake, "more from trusted flaggers than from all", "", nil},

	{"ambiguous", mistake, "a number that can be read in two ways", instructions, cells},
	{"applicability", warning, "rows said to apply to other providers than in the template", templates, rowsOf(partOrders, partNotices, partIllegal, partTerms, partAppeals, partAutomated, partPeople, partRecipients, partWords)},
	{"category", warning, "a category that is not one of the template", templates, rowsOf(partOrders, partNotices, partIllegal, partTerms)},
	{"category-name", warning, "a category by its name instead of its code", templates, rowsOf(partOrders, partNotices, partIllegal, partTerms)},
	{"date", mistake, "no day where one is asked for", instructions, days},
	{"date-form", mistake, "a day that is not written YYYY-MM-DD", instructions, days},
	{"decimal-comma", warning, "decimal commas", instructions, cells},
	{"delimiter", mistake, "cells that are not separated by commas", instructions, csvTables},
	{"digits", mistake, "digits of another script than ours", instructions, cells},
	{"duration", mistake, "a duration instead of a number of hours", instructions, cells},
	{"empty", warning, "an empty table", "", allTables},
	{"encoding", mistake, "a file that is not UTF-8", instructions, csvTables},
	{"fill-down", mistake, "days that do not exist, in a row", instructions, periodCells},
	{"footnote", mistake, "a number that points to a note", instructions, cells},
	{"formula", mistake, "a formula without its value", instructions, cells},
	{"header", warning, "a header that is not that of the template", templates, allTables},
	{"header-blank", warning, "labels that only the first of several rows has", templates, allTables},
	{"hidden", warning, "a row or a column that is hidden", "", allTables},
	{"impossible-day", mistake, "a day that does not exist", instructions, periodCells},
	{"indicator", warning, "an indicator that is not one of the template", templates, rowsOf(partIdentification, partAppeals, partAutomated, partPeople, partRecipients, partWords)},
	{"language", warning, "a language that is not written in two lower-case letters", instructions, rowsOf(partAutomated, partPeople)},
	{"line-ends", warning, "lines that end otherwise than in RFC 4180", instructions, csvTables},
	{"merged", warning, "a number in a cell that is merged with others", templates, cells},
	{"misspelt", warning, "a label of the template that is misspelt", templates, rowsOf(partIdentification, partAppeals, partAutomated, partPeople, partRecipients, partWords)},
	{"name-long", warning, "a text where a name is asked for", instructions, serviceCells},
	{"not-a-number", mistake, "text where a number is asked for", instructions, cells},
	{"not-blank", warning, "a word for nothing where a cell is left blank", instructions, cells},
	{"percentages", mistake, "percentages instead of shares between 0 and 1", instructions, shares},
	{"period", warning, "periods that differ", "", periodCells},
	{"period-form", mistake, "a period that is not written YYYY-MM-DD/YYYY-MM-DD", instructions, periodCells},
	{"period-other", warning, "rows of another period", "", periodCells},
	{"placeholder", mistake, "a placeholder of the template that was left in", templates, cells},
	{"placeholder-text", mistake, "the text of the template in place of a description", templates, rowsOf(partOrders, partNotices, partIllegal, partTerms)},
	{"placeholder-unused", warning, "a placeholder of the template in a row without a figure", templates, allTables},
	{"quotes", mistake, "quotes that are not those of RFC 4180", instructions, csvTables},
	{"range", mistake, "a range or a bound instead of a number", instructions, cells},
	{"remark-scope", warning, "words beside figures that give them another scope than the Union", "", rowsOf(partOrders, partNotices, partIllegal, partTerms, partAppeals, partAutomated, partPeople, partRecipients)},
	{"remark-unit", warning, "words beside figures that give them another unit", instructions, rowsOf(partOrders, partNotices, partIllegal, partTerms, partAppeals, partAutomated, partPeople, partRecipients)},
	{"repeated-column", warning, "a column that is given twice", templates, allTables},
	{"repeated-part", warning, "a table with the figures of another", "", allTables},
	{"repeated-row", warning, "a row that is given twice", "", cells},
	{"rounded", warning, "a number that a spreadsheet has rounded", instructions, cells},
	{"scope", warning, "a scope that is not one of the template", templates, rowsOf(partOrders, partAppeals, partAutomated, partPeople, partRecipients)},
	{"scope-other", warning, "a row about what the template does not ask for", templates, rowsOf(partAutomated, partPeople, partRecipients)},
	{"separators", warning, "commas and points that mean different things in one column", instructions, cells},
	{"service", warning, "a service with several names", "", serviceCells},
	{"service-other", warning, "rows about another service", "", serviceCells},
	{"shifted-row", warning, "a row that commas in its numbers have cut", instructions, csvTables},
	{"state-name", warning, "a Member State that is not written in two capital letters", instructions, rowsOf(partOrders, partRecipients)},
	{"states-for-languages", mistake, "Member States where languages are asked for", "Art. 42(2)(c)", rowsOf(partAutomated, partPeople)},
	{"stray-row", warning, "rows that are none of the template", templates, allTables},
	{"template-columns", mistake, "columns of the template that are missing", templates, allTables},
	{"thousands", warning, "separators of thousands", instructions, cells},
	{"unit", mistake, "a unit in a cell for a number", instructions, cells},
	{"unlabelled", warning, "a number in a row that does not say what it is", templates, allTables},
	{"unknown-column", warning, "columns that are none of the template", templates, allTables},
}

// Rules returns all checks of the linter.
func Rules() []lint.Rule {
	all := make([]lint.Rule, len(rules))
	for i, r := range rules {
		all[i] = r.public()
	}
	return all
}

func ruleOf(id string) (rule, bool) {
	i := slices.IndexFunc(rules, func(r rule) bool { return r.id == id })
	if i < 0 {
		return rule{}, false
	}
	return rules[i], true
}
