package policy

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Override is a user's value for a parameter, or choice of a reading, by its name.
type Override struct {
	Value any `json:"value" yaml:"value"`
	// Reason is required: a report shows it beside what rests on the value.
	Reason string `json:"reason" yaml:"reason"`
	Source string `json:"source,omitempty" yaml:"source"`
	// Since is the day from which the value holds, YYYY-MM-DD; without one it holds
	// since the first value of the parameter.
	Since string `json:"since,omitempty" yaml:"since"`
}

// ErrUnknownParameter means that a file sets what is neither a parameter nor a reading.
var ErrUnknownParameter = errors.New("there is no such parameter")

// override replaces the values of parameters by those of a user's file. Figures of
// the law and names that do not exist are refused.
func (s parameterSet) override(name string, content []byte) (problems document.Problems, err error) {
	root, err := document.One(name, content)
	if err != nil {
		return nil, err
	}
	if root.Kind != document.Object {
		return document.Problems{{
			Position: root.Position, Message: "the file is " + root.Kind.String() + "; expected names of parameters, each with value and reason",
			Hint: "write it as\n        median_hours_notice_to_decision_max:\n          value: 48\n          reason: our notices are mostly about trade marks",
		}}, nil
	}
	for _, member := range root.Members {
		problems = append(problems, s.overrideOne(member)...)
	}
	return problems, nil
}

func (s parameterSet) overrideOne(member document.Member) document.Problems {
	o := overriding{name: member.Key, at: member.KeyPosition, node: member.Value}
	_, isReading := s.readings[o.name]
	p, isParameter := s.parameters[o.name]
	switch {
	case isReading, isParameter:
	case s.law[o.name].Name != "":
		return o.wrong("", fmt.Sprintf("%s is a figure of the law (%s) and cannot be set", o.name, s.law[o.name].Source), "")
	default:
		problems := o.wrong("", o.name+" is no parameter", document.DidYouMean(o.name, append(sortedKeys(s.parameters), sortedKeys(s.readings)...)))
		problems[0].Cause = ErrUnknownParameter
		return problems
	}
	if o.node.Kind != document.Object {
		o.at = o.node.Position
		return o.wrong("", fmt.Sprintf("%s is %s; expected value and reason", o.name, o.node.Show()),
			fmt.Sprintf("%s: {value: %s, reason: why this value}", o.name, o.node.Show()))
	}
	if problems := document.Into(o.node, &o.Override); len(problems) > 0 {
		return o.below(problems)
	}
	if isReading {
		return s.choose(o)
	}
	last := p.Values[len(p.Values)-1].Value
	switch {
	case o.Value == nil:
		return o.wrong("value", o.name+": value is missing", fmt.Sprintf("in %s, such as value: %v", p.Unit, last))
	case o.Reason == "":
		return o.wrong("reason", fmt.Sprintf("%s: reason is missing; say why this value and not %v", o.name, last), "")
	case typeName(o.Value) != typeName(p.Values[0].Value):
		return o.wrong("value", fmt.Sprintf("%s: value is %s; expected %s, in %s", o.name, typeName(o.Value), typeName(p.Values[0].Value), p.Unit), "")
	case outOfRange(o.Value, p.Unit) != "":
		return o.wrong("value", fmt.Sprintf("%s: value is %v %s; expected %s", o.name, o.Value, p.Unit, outOfRange(o.Value, p.Unit)), "")
	}
	if _, err := time.Parse(time.DateOnly, o.Since); o.Since != "" && err != nil {
		return o.wrong("since", fmt.Sprintf("%s: since is %q; expected a calendar day YYYY-MM-DD", o.name, o.Since), "")
	}
	p.Values = []DatedValue{{Since: cmp.Or(o.Since, p.Values[0].Since), Value: o.Value}}
	p.Reason, p.Source, p.at = o.Reason, o.Source, o.at
	s.parameters[o.name] = p
	return nil
}

// choose follows a user in a reading.
func (s parameterSet) choose(o overriding) document.Problems {
	r := s.readings[o.name]
	option, _ := o.Value.(string)
	if r.Options[option] == "" {
		options := slices.Sorted(maps.Keys(r.Options))
		hint := ""
		if near := document.DidYouMean(option, options); near != "" {
			hint = near
		}
		return o.wrong("value", fmt.Sprintf("%s: value is %s; expected %s", o.name, shown(o.Value), document.List(options)), hint)
	}
	if o.Reason == "" {
		return o.wrong("reason", fmt.Sprintf("%s: reason is missing; say why %s and not %s", o.name, option, r.Default), "")
	}
	r.Chosen, r.Reason = option, o.Reason
	s.readings[o.name] = r
	return nil
}

// overriding is an override and its place in the file.
type overriding struct {
	Override
	name string
	at   document.Position
	node *document.Node
}

// wrong is a problem at a key of the override or, where that is missing, at the
// name of the parameter.
func (o overriding) wrong(key, message, hint string) document.Problems {
	at := o.at
	if member, ok := o.node.Member(key); ok {
		at = member.Value.Position
	}
	return document.Problems{{Position: at, Pointer: document.Path{o.name}.Pointer(), Message: message, Hint: hint}}
}

// below puts the name of the parameter before problems of what stands below it.
func (o overriding) below(problems document.Problems) document.Problems {
	for i := range problems {
		problems[i].Message = o.name + ": " + problems[i].Message
		problems[i].Pointer = document.Path{o.name}.Pointer() + problems[i].Pointer
	}
	return problems
}

// shown is a value as messages name it.
func shown(value any) string {
	if value == nil {
		return "missing"
	}
	return document.NodeOf(value).Show()
}

func typeName(value any) string {
	switch value.(type) {
	case json.Number:
		return "a number"
	case string:
		return "a text"
	case bool:
		return "true or false"
	case []any:
		return "a list"
	}
	return "a section"
}
