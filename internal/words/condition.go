package words

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// maxAlternatives bounds how many alternatives a sentence spells out; the tree
// has them all.
const maxAlternatives = 6

// Condition says in one sentence what a condition asks for, such as
// "reporting_pipeline.notices_lost_count is above 0".
func Condition(c report.Condition) string { return said(c, report.Any) }

// said puts a condition that is part of another into words; within is how the
// other joins its parts.
func said(c report.Condition, within report.Op) string {
	if incomplete(c) {
		return unsaid
	}
	switch c.Op {
	case report.All:
		return joined(c, " and ")
	case report.Any:
		text := joined(c, ", or ")
		if within == report.All && len(c.Of) > 1 {
			return "(" + text + ")"
		}
		return text
	case report.Not:
		return denied(c.Of[0])
	case report.ForSome:
		return element("an", "for an", c)
	case report.ForEvery:
		return element("every", "for every", c)
	}
	return comparison(c, false)
}

// unsaid stands for a condition that a report does not say in full.
const unsaid = "something that the report does not say"

// incomplete reports whether a condition lacks what it is about.
func incomplete(c report.Condition) bool {
	switch c.Op {
	case report.All, report.Any, report.Not, report.ForSome, report.ForEvery:
		return len(c.Of) == 0
	case report.Holds, report.Given:
		return leftOf(c).Fact == "" && leftOf(c).Function == ""
	}
	return relations[c.Op] == relation{}
}

func joined(c report.Condition, with string) string {
	var parts []string
	for i, part := range c.Of {
		if more := moreAlternatives(c, i); more != "" {
			parts = append(parts, more)
			break
		}
		within := c.Op
		if len(c.Of) == 1 {
			within = report.Any
		}
		parts = append(parts, said(part, within))
	}
	return strings.Join(parts, with)
}

// moreAlternatives stands for the parts of a condition from an index on where
// they are too many to be said; it is empty where that one is said.
func moreAlternatives(c report.Condition, i int) string {
	if i < maxAlternatives || c.Op != report.Any || len(c.Of) <= maxAlternatives+1 {
		return ""
	}
	return "one of " + Number(len(c.Of)-i) + " more conditions holds"
}

func denied(c report.Condition) string {
	if incomplete(c) {
		return unsaid
	}
	switch c.Op {
	case report.ForSome:
		return element("no", "for no", c)
	case report.All, report.Any, report.Not, report.ForEvery:
		return "not (" + said(c, report.Any) + ")"
	}
	return comparison(c, true)
}

// element says something about an element of a list: "no element of x is y" where
// the element itself is compared, else "for no element of x: its a is b".
func element(which, forWhich string, c report.Condition) string {
	of := ofElement(c.Of[0], c.Fact)
	if name := leftOf(of).Fact; name == theElement && !joins(of.Op) {
		return which + " element of " + Fact(c.Fact) + comparisonOf("", of, false)
	}
	return forWhich + " element of " + Fact(c.Fact) + ": " + said(of, report.Any)
}

func joins(op report.Op) bool {
	return op == report.All || op == report.Any || op == report.Not || op == report.ForSome || op == report.ForEvery
}

// theElement is how an element is called in what is said about it.
const theElement = "it"

// ofElement names the facts of an element of a list as its own.
func ofElement(c report.Condition, list string) report.Condition {
	c.Fact = own(c.Fact, list)
	parts := make([]report.Condition, len(c.Of))
	for i, part := range c.Of {
		parts[i] = ofElement(part, list)
	}
	c.Of, c.Terms = parts, ownTerms(c.Terms, list)
	return c
}

func ownTerms(terms []report.Term, list string) []report.Term {
	all := make([]report.Term, len(terms))
	for i, t := range terms {
		t.Fact, t.Of = own(t.Fact, list), ownTerms(t.Of, list)
		all[i] = t
	}
	return all
}

func own(pointer, list string) string {
	rest, within := strings.CutPrefix(pointer, list+"/-")
	switch {
	case !within:
		return pointer
	case rest == "":
		return theElement
	}
	return "its " + Fact(rest)
}

// relation is how a comparison reads: as it is, denied, and the same two for
// days.
type relation struct{ is, isNot, isDay, isNotDay string }

var relations = map[report.Op]relation{
	report.Above:      {"is above", "is not above", "is after", "is not after"},
	report.Below:      {"is below", "is not below", "is before", "is not before"},
	report.AtLeast:    {"is at least", "is below", "is on or after", "is before"},
	report.AtMost:     {"is at most", "is above", "is on or before", "is after"},
	report.Equal:      {"is", "is not", "is", "is not"},
	report.Differ:     {"is not", "is", "is not", "is"},
	report.Among:      {"is among", "is not among", "is among", "is not among"},
	report.BeginsWith: {"begins with", "does not begin with", "begins with", "does not begin with"},
	report.EndsWith:   {"ends with", "does not end with", "ends with", "does not end with"},
	report.Contains:   {"contains", "does not contain", "contains", "does not contain"},
}

// oneOf is how a fact stands to words that are given one by one.
var oneOf = relation{"is one of", "is none of", "is one of", "is none of"}

// comparison says how two terms stand to each other, or what one is.
func comparison(c report.Condition, not bool) string {
	left := leftOf(c)
	if list := rightOf(c); c.Op == report.Among && left.Fact == "" && list.Fact != "" {
		// A word in a list reads better from the list's side.
		if not {
			return term(list) + " does not hold " + term(left)
		}
		return term(list) + " holds " + term(left)
	}
	if right := rightOf(c); constant(left) && !constant(right) && mirrored[c.Op] != "" {
		// What is asked for comes first: "x is before 2025-01-01".
		c = report.Condition{Op: mirrored[c.Op], Terms: []report.Term{right, left}}
		left = right
	}
	return comparisonOf(term(left), c, not)
}

// mirrored is how the second term stands to the first.
var mirrored = map[report.Op]report.Op{
	report.Above: report.Below, report.Below: report.Above, report.AtLeast: report.AtMost, report.AtMost: report.AtLeast,
	report.Equal: report.Equal, report.Differ: report.Differ,
}

func constant(t report.Term) bool { return t.Fact == "" && t.Function == "" }

// comparisonOf is comparison with a name of its own for the first term.
func comparisonOf(name string, c report.Condition, not bool) string {
	left, right := leftOf(c), rightOf(c)
	list, isList := right.Value.([]any)
	switch {
	case c.Op == report.Holds && not:
		return name + " is false"
	case c.Op == report.Holds:
		return name + " is true"
	case c.Op == report.Given && not:
		return name + " is not there"
	case c.Op == report.Given:
		return name + " is there"
	case isList && len(list) == 0 && (c.Op == report.Equal || c.Op == report.Differ):
		if (c.Op == report.Equal) != not {
			return name + " is empty"
		}
		return name + " is not empty"
	}
	verbs := relations[c.Op]
	if isList && c.Op == report.Among {
		verbs = oneOf
	}
	verb := verbs.is
	switch days := isDay(left) || isDay(right); {
	case not && days:
		verb = verbs.isNotDay
	case not:
		verb = verbs.isNot
	case days:
		verb = verbs.isDay
	}
	return name + " " + verb + " " + term(right)
}

func leftOf(c report.Condition) report.Term {
	if c.Fact != "" || len(c.Terms) == 0 {
		return report.Term{Fact: c.Fact}
	}
	return c.Terms[0]
}

func rightOf(c report.Condition) report.Term {
	if len(c.Terms) == 2 {
		return c.Terms[1]
	}
	return report.Term{Value: c.Value, Unit: c.Unit}
}

// isDay reports whether a term is certainly a calendar day.
func isDay(t report.Term) bool {
	switch t.Function {
	case report.MonthsAfter, report.DaysAfter, report.PeriodEnd, report.WorkingDay, report.CycleEnd:
		return true
	case report.Highest, report.Lowest:
		return len(t.Of) > 0 && isDay(t.Of[0])
	}
	if text, isText := t.Value.(string); isText {
		return day.MatchString(text)
	}
	return strings.HasSuffix(t.Fact, "_on") || strings.HasSuffix(t.Fact, "/date")
}
