package policy

import (
	"slices"
	"sync/atomic"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/lists"
)

// background are all parameters, with their values on the days of one period, and all
// readings, both in the order of their names.
type background struct {
	parameters []report.Parameter
	readings   []report.Reading
	// By their names.
	parameterAt, readingAt map[string]int
	last                   atomic.Pointer[followed]
}

func (s *Set) background(date string) *background {
	all := &background{parameterAt: map[string]int{}, readingAt: map[string]int{}}
	for _, p := range s.Parameters() {
		all.parameterAt[p.Name] = len(all.parameters)
		all.parameters = append(all.parameters, report.Parameter{
			ParameterValue: p.value(date), Article: p.Article, Term: p.Term, Reason: p.Reason, Source: p.Source,
		})
	}
	for _, r := range s.Readings() {
		all.readingAt[r.Name] = len(all.readings)
		all.readings = append(all.readings, report.Reading{
			ReadingValue: r.value(), Article: r.Article, Question: r.Question, Options: r.Options, Default: r.Default, Reason: r.Reason,
		})
	}
	return all
}

// of returns those that take part in obligations as they were judged. Those that
// only the scope of an obligation follows take part where a finding rests on them.
// Most documents follow the same, and share the lists.
func (b *background) of(judged []report.Obligation) ([]report.Parameter, []report.Reading) {
	following := make([]bool, len(b.parameters)+len(b.readings))
	follow := func(readings []report.ReadingValue) {
		for _, r := range readings {
			if at, known := b.readingAt[r.Name]; known {
				following[len(b.parameters)+at] = true
			}
		}
	}
	for i := range judged {
		for _, p := range judged[i].Parameters {
			if at, known := b.parameterAt[p.Name]; known {
				following[at] = true
			}
		}
		follow(judged[i].Readings)
		for _, f := range judged[i].Findings {
			follow(f.Readings)
		}
	}
	if last := b.last.Load(); last != nil && slices.Equal(last.following, following) {
		return last.parameters, last.readings
	}
	last := &followed{
		following:  following,
		parameters: used(b.parameters, following),
		readings:   used(b.readings, following[len(b.parameters):]),
	}
	b.last.Store(last)
	return last.parameters, last.readings
}

// followed are the parameters and readings that took part in a document.
type followed struct {
	following  []bool // by their places
	parameters []report.Parameter
	readings   []report.Reading
}

func used[T any](all []T, is []bool) []T {
	list := make([]T, 0, len(all))
	for i := range all {
		if is[i] {
			list = append(list, all[i])
		}
	}
	return list
}

func (s *Set) parametersOf(names []string, date string) []report.ParameterValue {
	values := []report.ParameterValue{}
	for _, name := range names {
		values = append(values, s.parameters.parameters[name].value(date))
	}
	return values
}

func (s *Set) readingsOf(names []string) []report.ReadingValue {
	values := []report.ReadingValue{}
	for _, name := range names {
		values = append(values, s.parameters.readings[name].value())
	}
	return values
}

func (p Parameter) value(date string) report.ParameterValue {
	return report.ParameterValue{Name: p.Name, Value: p.At(date), Unit: p.Unit}
}

func (r Reading) value() report.ReadingValue {
	return report.ReadingValue{Name: r.Name, Chosen: r.Chosen, Rivals: lists.OrEmpty(r.Rivals())}
}
