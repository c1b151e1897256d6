package policy

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/factschema"
)

// described tells of facts by their JSON Pointers what the schema says. "-"
// stands for any element of a list.
type described struct{ root *factschema.Field }

func (d described) at(pointer string) *factschema.Field {
	f := d.root
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		if f = stepTo(f, step); f == nil {
			return nil
		}
	}
	return f
}

func stepTo(f *factschema.Field, step string) *factschema.Field {
	if step == "-" {
		if f.Items != nil {
			return f.Items
		}
		return f.Additional
	}
	return f.Step(document.UnescapeStep(step))
}

// Settled reports whether a fact has a value in the end: it is no member of a
// map, which says nothing about the keys that it leaves out.
func (d described) Settled(pointer string) bool {
	f := d.root
	for step := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		if f.IsMap() {
			return false
		}
		if f = stepTo(f, step); f == nil {
			return true
		}
	}
	return true
}

// Integer reports whether a fact is a whole number.
func (d described) Integer(pointer string) bool { return d.at(pointer).Is("integer") }

// NeverNegative reports whether a fact is a number that is never below zero.
func (d described) NeverNegative(pointer string) bool { return d.at(pointer).NeverNegative() }

// Unit returns the unit of a fact; empty if it has none.
func (d described) Unit(pointer string) string {
	if f := d.at(pointer); f != nil {
		return f.Unit
	}
	return ""
}

// question describes a fact that is asked for.
func (d described) question(pointer string) report.Question {
	q := report.Question{Pointer: pointer, Kind: report.Text, Values: []string{}, Articles: []string{}}
	f := d.at(pointer)
	if f == nil {
		return q
	}
	q.Description, q.Kind = f.Description, f.AnswerKind()
	q.Values = append(q.Values, f.Enum...)
	if f.Items != nil {
		q.Values = append(q.Values, f.Items.Enum...)
	}
	if f.Question != "" {
		q.Question = &f.Question
	}
	if f.Unit != "" {
		q.Unit = &f.Unit
	}
	return q
}
