package fines

import (
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// Model is an indicative model that has been loaded and checked. It is
// immutable and safe for concurrent use. A model is never law.
type Model struct {
	// Name is how reports and --fine-model call it.
	Name  string
	Title string
	// Kind says where the figures come from: computed from published decisions,
	// calibrated on decisions, an analogy with another law, or the judgement of its
	// author.
	Kind report.ModelKind
	// About says in a few sentences what the model does.
	About string
	// Caveats are printed with every range.
	Caveats []string
	// SHA256 identifies the file.
	SHA256 string
	// Calibration is nil unless the model is calibrated.
	Calibration *report.Calibration

	reference *reference // nil unless the kind is reference
	inputs    []modelInput
	base      step
	ofCap     bool // the base share is one of the cap, else of the base of the cap
	factors   []step
	decision  decision
	constant  map[string]any // values that formulas share
}

// Closed counts the closed proceedings that a model of published decisions names.
func (m *Model) Closed() report.Closed {
	if m == nil || m.reference == nil {
		return report.Closed{}
	}
	return m.reference.closed
}

// modelInput says how a model treats an input that is not known.
type modelInput struct {
	inputType
	possible []value // all words, or the smallest and the largest number
	assume   value   // what the central figure takes
	half     bool    // assume the middle of what is possible
	most     bool    // assume the largest number possible
	reason   string
}

// step is a share or a factor with three readings.
type step struct {
	name              string
	low, central, top *formula
	reason, source    string
}

// decision says how the infringements of one decision add up: how many of them,
// the largest first, the three figures count; 0 means all.
type decision struct {
	low, central, high int
	reason, source     string
}

// words says how infringements add up.
func (d decision) words() string {
	count := func(n int) string {
		switch n {
		case 0:
			return "all infringements"
		case 1:
			return "the largest infringement"
		}
		return fmt.Sprintf("the %d largest infringements", n)
	}
	return fmt.Sprintf("low counts %s, central %s, high %s", count(d.low), count(d.central), count(d.high))
}

// candidate is what an input can be in one calculation: one value where it is
// known, else all words or the two ends and the assumed number.
type candidate struct {
	possible []value
	central  value
}

// span is a low, a central and a high figure.
type span struct{ low, central, high Decimal }

// maxCombinations bounds the work on one step.
const maxCombinations = 20000

// evaluate returns the span of a step over everything that its inputs can be.
// The figures of numbers between the ends of a range lie between those at the
// ends as long as the formula rises or falls throughout.
func (s step) evaluate(candidates map[string]candidate, constant map[string]any) (span, *document.Problem) {
	combinations, problem := s.combinations(candidates, constant)
	if problem != nil {
		return span{}, problem
	}
	var result span
	for i, values := range combinations {
		one, problem := s.at(values)
		if problem != nil {
			return span{}, problem
		}
		if i == 0 {
			result = one
		}
		result.low = result.low.Min(one.low)
		result.high = result.high.Max(one.high)
	}
	assumed := clone(constant)
	for _, name := range s.reads() {
		assumed[name] = candidates[name].central.any()
	}
	one, problem := s.at(assumed)
	if problem != nil {
		return span{}, problem
	}
	result.low, result.central, result.high = result.low.Min(one.low), one.central, result.high.Max(one.high)
	return result, nil
}

// at evaluates the three formulas at one point and checks their order.
func (s step) at(values map[string]any) (span, *document.Problem) {
	var result span
	for _, part := range []struct {
		formula *formula
		into    *Decimal
	}{{s.low, &result.low}, {s.central, &result.central}, {s.top, &result.high}} {
		figure, problem := part.formula.run(values)
		if problem != nil {
			problem.Message = s.name + ": " + problem.Message + where(values, s.reads())
			return span{}, problem
		}
		if figure.Sign() < 0 {
			return span{}, part.formula.source.problem(0, fmt.Sprintf("%s is %s, below zero%s", s.name, figure.Displayed(), where(values, s.reads())))
		}
		*part.into = figure
	}
	if result.low.Cmp(result.central) > 0 || result.central.Cmp(result.high) > 0 {
		return span{}, s.central.source.problem(0, fmt.Sprintf("%s: low %s, central %s and high %s are not in this order%s",
			s.name, result.low.Displayed(), result.central.Displayed(), result.high.Displayed(), where(values, s.reads())))
	}
	return result, nil
}

// reads lists the inputs of the step, sorted.
func (s step) reads() []string {
	var all []string
	for _, f := range []*formula{s.low, s.central, s.top} {
		all = append(all, f.reads...)
	}
	return sortedSet(all)
}

// combinations are the values of all inputs that the step reads, every one with
// every other.
func (s step) combinations(candidates map[string]candidate, constant map[string]any) ([]map[string]any, *document.Problem) {
	combinations := []map[string]any{clone(constant)}
	for _, name := range s.reads() {
		var next []map[string]any
		for _, v := range candidates[name].possible {
			for _, values := range combinations {
				values = clone(values)
				values[name] = v.any()
				next = append(next, values)
			}
		}
		if len(next) > maxCombinations {
			return nil, s.low.source.problem(0, fmt.Sprintf("%s reads so many inputs that more than %d combinations are possible; split it into factors", s.name, maxCombinations))
		}
		combinations = next
	}
	return combinations, nil
}

func where(values map[string]any, reads []string) string {
	var parts []string
	for _, name := range reads {
		parts = append(parts, fmt.Sprintf("%s = %v", name, values[name]))
	}
	if len(parts) == 0 {
		return ""
	}
	return ", where " + strings.Join(parts, ", ")
}
