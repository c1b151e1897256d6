package policy

import (
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/lists"
)

// background are all parameters, with their values on the days of one period, and all
// readings, both in the order of their names.
type background struct {
	parameters []report.Parameter
	readings   []report.Reading
}

func (s *Set) background(date string) background {
	var all background
	for _, p := range s.Parameters() {
		all.parameters = append(all.parameters, report.Parameter{
			ParameterValue: p.value(date), Article: p.Article, Term: p.Term, Reason: p.Reason, Source: p.Source,
		})
	}
	for _, r := range s.Readings() {
		all.readings = append(all.readings, report.Reading{
			ReadingValue: r.value(), Article: r.Article, Question: r.Question, Options: r.Options, Default: r.Default, Reason: r.Reason,
		})
	}
	return all
}

// of returns those that take part in obligations as they were judged. Those that
// only the scope of an obligation follows take part where a finding rests on them.
func (b *background) of(judged []report.Obligation) ([]report.Parameter, []report.Reading) {
	parameters, readings := map[string]bool{}, map[string]bool{}
	for i := range judged {
		for _, p := range judged[i].Parameters {
			parameters[p.Name] = true
		}
		for _, r := range judged[i].Readings {
			readings[r.Name] = true
		}
		for _, f := range judged[i].Findings {
			for _, r := range f.Readings {
				readings[r.Name] = true
			}
		}
	}
	return used(b.parameters, func(p *report.Parameter) bool { return parameters[p.Name] }),
		used(b.readings, func(r *report.Reading) bool { return readings[r.Name] })
}

func used[T any](all []T, is func(*T) bool) []T {
	list := make([]T, 0, len(all))
	for i := range all {
		if is(&all[i]) {
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
