package policy

import (
	"encoding/json"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// speaker turns conditions of the program into those of a report.
type speaker struct {
	*sayings
	elements [kleene.MaxLoops]string // pointers of the elements that loops look at
}

var reportOps = map[kleene.Op]report.Op{
	kleene.Equal: report.Equal, kleene.Differ: report.Differ, kleene.Below: report.Below, kleene.AtMost: report.AtMost,
	kleene.Above: report.Above, kleene.AtLeast: report.AtLeast, kleene.Member: report.Among,
	kleene.BeginsWith: report.BeginsWith, kleene.EndsWith: report.EndsWith, kleene.Contains: report.Contains,
}

func (s speaker) cond(c *kleene.Cond) report.Condition {
	switch c.Op {
	case kleene.Always, kleene.Emit:
		return report.Condition{Op: report.All}
	case kleene.Never:
		return report.Condition{Op: report.Any}
	case kleene.And:
		return report.Condition{Op: report.All, Of: s.conds(c.Of)}
	case kleene.Or:
		return report.Condition{Op: report.Any, Of: s.conds(c.Of)}
	case kleene.Not:
		return report.Condition{Op: report.Not, Of: s.conds(c.Of)}
	case kleene.Truth:
		return about(report.Holds, s.term(c.Left))
	case kleene.Defined:
		return about(report.Given, s.term(c.Left))
	case kleene.Some, kleene.Lookup:
		return s.some(c)
	}
	left, right := s.term(c.Left), s.term(c.Right)
	if left.Fact != "" && right.Fact == "" && right.Function == "" {
		return report.Condition{Op: reportOps[c.Op], Fact: left.Fact, Value: right.Value}
	}
	return report.Condition{Op: reportOps[c.Op], Terms: []report.Term{left, right}}
}

func (s speaker) conds(of []*kleene.Cond) []report.Condition {
	said := make([]report.Condition, len(of))
	for i, each := range of {
		said[i] = s.cond(each)
	}
	return said
}

// about is a condition on one term.
func about(op report.Op, t report.Term) report.Condition {
	if t.Fact != "" {
		return report.Condition{Op: op, Fact: t.Fact}
	}
	return report.Condition{Op: op, Terms: []report.Term{t}}
}

// some says something about an element of a list; that there is one is that the
// list is not empty.
func (s speaker) some(c *kleene.Cond) report.Condition {
	list := s.term(c.Left)
	if c.Of[0].Op == kleene.Always && c.Op == kleene.Some {
		some := about(report.Differ, list)
		some.Value = []any{}
		if list.Fact == "" {
			some.Value, some.Terms = nil, append(some.Terms, report.Term{Value: []any{}})
		}
		return some
	}
	s.elements[c.Loop] = ""
	if list.Fact != "" {
		s.elements[c.Loop] = list.Fact + "/-"
	}
	some := about(report.ForSome, list)
	some.Of = s.conds(c.Of)
	return some
}

// reportFunctions are the functions that have a name of their own in a report.
var reportFunctions = map[string]report.Function{
	"plus": report.Sum, "minus": report.Difference, "mul": report.Product, "div": report.Quotient,
	"count": report.Number, "max": report.Highest, "min": report.Lowest,
	rules.AddMonths: report.MonthsAfter, rules.AddDays: report.DaysAfter, rules.PeriodEnd: report.PeriodEnd,
	rules.LastDay: report.WorkingDay, rules.CycleEnd: report.CycleEnd,
}

// term says what a term stands for.
func (s speaker) term(t *kleene.Term) report.Term {
	switch t.Op {
	case kleene.Constant:
		return report.Term{Value: plainOf(t.Value)}
	case kleene.SlotOf:
		if pointer := s.pointers[t.Slot]; pointer != "" {
			return report.Term{Fact: pointer}
		}
	case kleene.Element:
		if pointer := s.elements[t.Loop]; pointer != "" {
			return report.Term{Fact: pointer}
		}
	case kleene.Index:
		of, key := s.term(t.Of[0]), t.Of[1]
		if of.Fact != "" && key.Op == kleene.Constant {
			if i, ok := key.Value.Int(); ok {
				return report.Term{Fact: of.Fact + "/" + strconv.FormatInt(i, 10)}
			}
			return report.Term{Fact: of.Fact + "/" + document.EscapeStep(key.Value.Text())}
		}
		if of.Fact != "" {
			return report.Term{Fact: of.Fact + "/-"}
		}
	case kleene.Call:
		return s.call(t)
	}
	return report.Term{Function: report.Reckoned, Of: s.terms(t.Of)}
}

func (s speaker) terms(of []*kleene.Term) []report.Term {
	var said []report.Term
	for _, each := range of {
		said = append(said, s.term(each))
	}
	return said
}

func (s speaker) call(t *kleene.Term) report.Term {
	function, known := reportFunctions[t.Function.Name]
	if !known {
		return report.Term{Function: report.Reckoned, Of: s.terms(t.Of)}
	}
	of := t.Of
	if function == report.Highest || function == report.Lowest {
		if list := of[0]; list.Op == kleene.ListTerm || list.Op == kleene.SetTerm {
			of = list.Of
		}
	}
	return report.Term{Function: function, Of: s.terms(of)}
}

// plainOf returns a constant as a report has it.
func plainOf(v kleene.Value) any {
	switch v.Kind() {
	case kleene.Bool:
		return v.IsTrue()
	case kleene.Number:
		return json.Number(v.Decimal())
	case kleene.String:
		return v.Text()
	case kleene.List, kleene.Set:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = plainOf(v.Item(i))
		}
		return list
	case kleene.Object:
		object := make(map[string]any, v.Len())
		for i := range v.Len() {
			key := v.Key(i)
			name := key.Text()
			if key.Kind() != kleene.String {
				name = key.String()
			}
			object[name] = plainOf(v.Item(i))
		}
		return object
	}
	return nil
}
