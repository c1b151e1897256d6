package policy

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/lists"
)

// findings turns the definite findings of a breach into words and evidence, of which
// it also returns the paths.
func (j *judging) findings(ctx context.Context, rules map[string]*FindingRule, q question, breached outcome) ([]report.Finding, [][]document.Path, error) {
	definite := 0
	for _, f := range breached.findings {
		if f.answer == yes {
			definite++
		}
	}
	findings, grounds := []report.Finding{}, [][]document.Path(nil)
	for _, f := range breached.findings {
		if f.answer != yes {
			continue
		}
		rule := rules[f.code]
		if rule == nil {
			return nil, nil, fmt.Errorf("the finding %q comes from outside the file of the obligation", f.code)
		}
		finding := report.Finding{
			Code: f.code, Message: rule.Message, Words: lists.OrEmpty(rule.Words), Remediation: rule.Remediation,
			Parameters: []report.ParameterValue{}, Readings: []report.ReadingValue{},
		}
		finding.Item = item(f)
		if rule.EndedOn != "" {
			if day, ok := j.facts.At(rule.endedOnPointer()); ok {
				// No pointer into the document, which is not kept.
				ended := report.Day(day.Text)
				finding.EndedOn = &ended
			}
		}
		known := j.known(rule.reads, f.item)
		sufficient, certain, err := j.answer.sufficient(ctx, q, f, known)
		if err != nil {
			return nil, nil, err
		}
		finding.Alternative = !certain && definite > 1
		j.show(&finding, sufficient)
		findings, grounds = append(findings, finding), append(grounds, sufficient)
	}
	return findings, grounds, nil
}

// show adds the evidence of a finding.
func (j *judging) show(f *report.Finding, grounds []document.Path) {
	f.Evidence = j.evidenceOf(grounds)
	f.Status = weakest(f.Evidence)
}

func (j *judging) evidenceOf(grounds []document.Path) []report.Evidence {
	evidence := make([]report.Evidence, len(grounds))
	for i, ref := range grounds {
		evidence[i] = j.evidence(ref)
	}
	return evidence
}

// item is the index of the element that a finding is about; nil if none.
func item(f findingOutcome) *int {
	if f.item < 0 {
		return nil
	}
	return &f.item
}

// known returns the facts that are given among those that a rule reads. [anyKey]
// stands for the element that the finding is about or, if it is
// about none, for every element.
func (j *judging) known(reads []document.Path, item int) []document.Path {
	var known []document.Path
	seen := map[string]bool{}
	for _, read := range reads {
		for _, ref := range j.ground(read, 0, item) {
			if n := j.at(ref); n == nil || n.Kind == facts.Null {
				continue
			}
			if pointer := ref.Pointer(); !seen[pointer] {
				seen[pointer] = true
				known = append(known, ref)
			}
		}
	}
	return known
}

// at returns the value that a path into the facts leads to, or nil.
func (j *judging) at(path document.Path) *facts.Node {
	n := j.facts.Known()
	for _, step := range path {
		switch step := step.(type) {
		case string:
			member, _ := n.Member(step)
			n = member.Value
		case int:
			if n == nil || step < 0 || step >= len(n.Elements) {
				return nil
			}
			n = n.Elements[step]
		}
	}
	return n
}

func (j *judging) ground(ref document.Path, from, item int) []document.Path {
	for i := from; i < len(ref); i++ {
		if _, all := ref[i].(anyKey); !all {
			continue
		}
		node := j.at(ref[:i])
		if node == nil {
			return nil
		}
		if i == len(ref)-1 {
			// The elements of a list of words are one fact together.
			return []document.Path{ref[:i]}
		}
		var all []document.Path
		for _, key := range keysOf(node) {
			if item >= 0 && key != item {
				continue
			}
			next := slices.Clone(ref)
			next[i] = key
			all = append(all, j.ground(next, i+1, item)...)
		}
		return all
	}
	return []document.Path{ref}
}

func keysOf(node *facts.Node) []any {
	var keys []any
	switch node.Kind {
	case facts.Array:
		for i := range node.Elements {
			keys = append(keys, i)
		}
	case facts.Object:
		for _, member := range node.Members {
			keys = append(keys, member.Key)
		}
	}
	return keys
}

func (j *judging) evidence(ref document.Path) report.Evidence {
	pointer := ref.Pointer()
	node, _ := j.facts.At(pointer)
	e := report.Evidence{
		Pointer: pointer,
		Value:   node.Value(),
		Line:    node.Position.Line,
		Column:  node.Position.Column,
		Sources: lists.OrEmpty(j.facts.Sources(pointer)),
		Status:  j.facts.Status(pointer),
		Nature:  j.set.schema.nature(ref),
	}
	if object, _ := j.facts.At(ref[:len(ref)-1].Pointer()); object.Position != node.Position {
		e.Excerpt = j.facts.Excerpt(node.Position) // what is assumed stands where its object does, on a line about something else
	}
	e.PartOf = j.wholeOf(ref, node)
	return e
}

// wholeOf returns the count that a fact is a part of, the first that is known of
// those that the schema names; nil if none is.
func (j *judging) wholeOf(ref document.Path, part *facts.Node) *report.Whole {
	f := j.set.schema.at(ref)
	if f == nil || part.Kind != facts.Number {
		return nil
	}
	for _, name := range f.PartOf {
		// A name with a dot counts from the root, any other names a neighbour.
		pointer := "/" + strings.ReplaceAll(name, ".", "/")
		if !strings.Contains(name, ".") {
			pointer = ref[:len(ref)-1].Pointer() + pointer
		}
		if whole, ok := j.facts.At(pointer); ok && whole.Kind == facts.Number {
			return &report.Whole{Pointer: pointer, Value: whole.Value()}
		}
	}
	return nil
}
