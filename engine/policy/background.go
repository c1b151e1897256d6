package policy

import (
	"github.com/dsaeval/dsaeval/engine/report"
)

// background returns the parameters and readings that take part in obligations
// as they were judged, in the order of their names. Those that only the scope of
// an obligation follows take part where a finding rests on them.
func (s *Set) background(judged []report.Obligation, date string) ([]report.Parameter, []report.Reading) {
	used := map[string]bool{}
	for _, o := range judged {
		for _, p := range o.Parameters {
			used["parameter "+p.Name] = true
		}
		for _, r := range o.Readings {
			used["reading "+r.Name] = true
		}
		for _, f := range o.Findings {
			for _, r := range f.Readings {
				used["reading "+r.Name] = true
			}
		}
	}
	parameters, readings := []report.Parameter{}, []report.Reading{}
	for _, p := range s.Parameters() {
		if used["parameter "+p.Name] {
			parameters = append(parameters, report.Parameter{
				ParameterValue: p.value(date), Article: p.Article, Term: p.Term, Reason: p.Reason, Source: p.Source,
			})
		}
	}
	for _, r := range s.Readings() {
		if used["reading "+r.Name] {
			readings = append(readings, report.Reading{
				ReadingValue: r.value(), Article: r.Article, Question: r.Question, Options: r.Options, Default: r.Default, Reason: r.Reason,
			})
		}
	}
	return parameters, readings
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
	return report.ReadingValue{Name: r.Name, Chosen: r.Chosen, Rivals: list(r.Rivals())}
}
