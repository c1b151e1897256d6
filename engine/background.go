package engine

import (
	"github.com/dsaeval/dsaeval/engine/policy"
)

// ParameterValue is a parameter with the value that it had on the day.
type ParameterValue struct {
	Name  string `json:"name"`
	Value any    `json:"value"`
	Unit  string `json:"unit"`
}

// ParameterReport is a parameter with the value that it had on the day and why.
type ParameterReport struct {
	ParameterValue
	Article string `json:"article"` // the provision that has the open word
	Term    string `json:"term"`    // the open word itself
	Reason  string `json:"reason"`  // why this value and no other
	Source  string `json:"source"`  // empty where there is none
}

// ReadingValue is a reading of the law with the option that was followed.
type ReadingValue struct {
	Name   string `json:"name"`
	Chosen string `json:"chosen"`
	// Rivals are the other defensible options.
	Rivals []string `json:"rivals"`
}

// ReadingReport is a reading with what the text leaves open and why.
type ReadingReport struct {
	ReadingValue
	Article  string `json:"article"`
	Question string `json:"question"`
	// Options gives the reason for each option.
	Options map[string]string `json:"options"`
	Default string            `json:"default"`
	// Reason is why a user chose another option than the default; empty otherwise.
	Reason string `json:"reason"`
}

// background is what verdicts rest on beside the facts: the parameters and
// readings of the rules, as they stood on the day.
type background struct {
	date       string
	parameters map[string]policy.Parameter
	readings   map[string]policy.Reading
	used       map[string]bool
}

func newBackground(set *policy.Set, date string) *background {
	b := &background{date: date, parameters: map[string]policy.Parameter{}, readings: map[string]policy.Reading{}, used: map[string]bool{}}
	for _, p := range set.Parameters() {
		b.parameters[p.Name] = p
	}
	for _, r := range set.Readings() {
		b.readings[r.Name] = r
	}
	return b
}

// use notes what takes part in an obligation.
func (b *background) use(o *policy.Obligation) {
	for _, name := range o.Parameters {
		b.used["parameter "+name] = true
	}
	for _, name := range o.Readings {
		b.used["reading "+name] = true
	}
}

// reports returns what takes part in the obligations, in the order of the names.
func (b *background) reports(set *policy.Set) ([]ParameterReport, []ReadingReport) {
	parameters, readings := []ParameterReport{}, []ReadingReport{}
	for _, p := range set.Parameters() {
		if b.used["parameter "+p.Name] {
			parameters = append(parameters, ParameterReport{
				ParameterValue: b.parameter(p), Article: p.Article, Term: p.Term, Reason: p.Reason, Source: p.Source,
			})
		}
	}
	for _, r := range set.Readings() {
		if b.used["reading "+r.Name] {
			readings = append(readings, ReadingReport{
				ReadingValue: reading(r), Article: r.Article, Question: r.Question, Options: r.Options, Default: r.Default, Reason: r.Reason,
			})
		}
	}
	return parameters, readings
}

func (b *background) parametersOf(names []string) []ParameterValue {
	list := []ParameterValue{}
	for _, name := range names {
		list = append(list, b.parameter(b.parameters[name]))
	}
	return list
}

func (b *background) parameter(p policy.Parameter) ParameterValue {
	return ParameterValue{Name: p.Name, Value: p.At(b.date), Unit: p.Unit}
}

func (b *background) readingsOf(names []string) []ReadingValue {
	list := []ReadingValue{}
	for _, name := range names {
		b.used["reading "+name] = true // that of the scope as well
		list = append(list, reading(b.readings[name]))
	}
	return list
}

func reading(r policy.Reading) ReadingValue {
	return ReadingValue{Name: r.Name, Chosen: r.Chosen, Rivals: list(r.Rivals())}
}
