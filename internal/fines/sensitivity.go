package fines

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/exact"
)

// Sensitivity recomputes the headline range of the breaches with one input
// changed at a time, and adds what another year and another infringement do.
// It is empty where there is no range.
func Sensitivity(c Case, models []*Model, o fine.Options) ([]report.Change, error) {
	if len(models) > 1 {
		models = models[:1]
	}
	now, err := Compute(c, models, o)
	if err != nil || now == nil || now.Indicative == nil {
		return []report.Change{}, err
	}
	s := sensitivity{Case: c, models: models, options: o, now: now.Indicative, currency: *now.Currency}
	for _, in := range models[0].inputs {
		if in.name == "turnover_eur" {
			continue
		}
		if err := s.input(in); err != nil {
			return nil, err
		}
	}
	if err := s.anotherInfringement(); err != nil {
		return nil, err
	}
	slices.SortStableFunc(s.rows, func(a, b row) int {
		return cmp.Or(b.moved.Cmp(a.moved), cmp.Compare(a.Input, b.Input), cmp.Compare(a.To, b.To))
	})
	changes := []report.Change{}
	for _, r := range s.rows {
		changes = append(changes, r.Change)
	}
	return changes, nil
}

type row struct {
	report.Change
	moved Decimal
}

type sensitivity struct {
	Case
	models   []*Model
	options  fine.Options
	now      *report.Indicative
	currency string
	rows     []row
}

// input tries the values that an input could have: all that are possible where
// it is not known, all that the model knows where it is.
func (s *sensitivity) input(in modelInput) error {
	from, possible := s.current(in)
	tried := map[string]bool{from: s.settled(in)}
	for _, v := range possible {
		if tried[v.String()] {
			continue
		}
		tried[v.String()] = true
		if err := s.try(in.name, from, v.String(), map[string]string{in.name: v.asText()}); err != nil {
			return err
		}
	}
	return nil
}

// current returns the value of an input in words, and the values to try.
func (s *sensitivity) current(in modelInput) (string, []value) {
	from := ""
	possible := in.possible
	for _, c := range s.now.Calculations {
		for _, i := range c.Inputs {
			if i.Name != in.name {
				continue
			}
			switch from {
			case "":
				from = i.Value
			case i.Value:
			default:
				from = "several"
			}
			if in.number() && !i.Known {
				// The ends may be narrower than those of the model: a duration is
				// bounded by the days for which the duty has applied.
				possible = nil
				for _, text := range i.Possible {
					possible = append(possible, value{number: exact.MustParse(text)})
				}
			}
		}
	}
	if in.name == "duration_days" && s.settled(in) {
		possible = nil // another year says it better
	}
	return from, possible
}

// settled reports whether an input is known for all infringements.
func (s *sensitivity) settled(in modelInput) bool {
	for _, c := range s.now.Calculations {
		for _, i := range c.Inputs {
			if i.Name == in.name && !i.Known {
				return false
			}
		}
	}
	return true
}

func (s *sensitivity) try(input, from, to string, set map[string]string) error {
	o := s.options
	o.Inputs = map[string]string{}
	maps.Copy(o.Inputs, s.options.Inputs)
	maps.Copy(o.Inputs, set)
	then, err := Compute(s.Case, s.models, o)
	if err != nil {
		return err
	}
	s.add(input, from, to, then.Indicative)
	return nil
}

func (s *sensitivity) add(input, from, to string, then *report.Indicative) {
	r := row{Change: report.Change{Input: input, From: from, To: to, Low: then.Low, Central: then.Central, High: then.High}}
	for _, pair := range [][2]string{{s.now.Low, then.Low}, {s.now.Central, then.Central}, {s.now.High, then.High}} {
		difference := exact.Must(exact.MustParse(pair[1]).Sub(exact.MustParse(pair[0])))
		if difference.Sign() < 0 {
			difference = exact.Must(Decimal{}.Sub(difference))
		}
		r.moved = exact.Must(r.moved.Add(difference))
	}
	r.Moved = money{r.moved, s.currency}.String()
	s.rows = append(s.rows, r)
}

// anotherInfringement adds a breach like the first one, resting on facts of its
// own, and a year to the duration.
func (s *sensitivity) anotherInfringement() error {
	c := s.Case
	list, _ := infringements((&job{Case: c}).standing(Breached), cmp.Or(s.options.Unit, fine.ByArticle), c.apart())
	more := *list[max(slices.IndexFunc(list, func(i infringement) bool { return i.percent > 0 }), 0)].lead
	more.ID, more.Findings = "another.infringement", [][]string{{"/another/fact"}}
	c.Obligations = append(slices.Clone(c.Obligations), more)
	then, err := Compute(c, s.models, s.options)
	if err != nil {
		return err
	}
	s.add("infringements", fmt.Sprint(len(list)), fmt.Sprint(len(list)+1), then.Indicative)
	return s.anotherYear()
}

// anotherYear lets every duration be a year longer than it is or is assumed to
// be, as if the assessment were a year later.
func (s *sensitivity) anotherYear() error {
	if !slices.ContainsFunc(s.models[0].inputs, func(in modelInput) bool { return in.name == "duration_days" }) {
		return nil
	}
	c := s.Case
	c.extraDays = 365
	then, err := Compute(c, s.models, s.options)
	if err != nil {
		return err
	}
	s.add("duration_days", "as it is", "a year more", then.Indicative)
	return nil
}

// asText writes a value with all its digits, as fine.Options.Inputs takes it.
func (v value) asText() string {
	if v.word != "" {
		return v.word
	}
	return v.number.Rounded(20, "down").String()
}
