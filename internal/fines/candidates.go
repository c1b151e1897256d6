package fines

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/exact"
	"github.com/dsaeval/dsaeval/internal/lists"
)

// candidates returns what the inputs of a model can be for an infringement, and
// the same in words.
func (j *job) candidates(m *Model, i infringement) (map[string]candidate, []report.Input) {
	candidates := map[string]candidate{}
	inputs := []report.Input{}
	settle := func(name string, v value, source string) {
		candidates[name] = candidate{possible: []value{v}, central: v}
		t, _ := inputTypeOf(name)
		inputs = append(inputs, report.Input{
			Name: name, Value: v.String(), Possible: []string{v.String()}, Known: true, Unit: t.unit, Reason: source, Facts: []string{},
		})
	}
	settle("duty", value{word: i.duty()}, "the obligation")
	settle("cap_percent", value{number: exact.Int(i.percent)}, "the penalty of the obligation")
	for _, in := range m.inputs {
		c, line := j.input(in, i)
		candidates[in.name] = c
		inputs = append(inputs, line)
	}
	slices.SortFunc(inputs, func(a, b report.Input) int { return cmp.Compare(a.Name, b.Name) })
	return candidates, inputs
}

// input settles one input: by what is known or by what the model assumes.
func (j *job) input(in modelInput, i infringement) (candidate, report.Input) {
	line := report.Input{Name: in.name, Unit: in.unit, Facts: []string{}}
	k, isKnown := j.knownOf(in.name, i)
	ends := in.possible
	switch in.name {
	case "duration_days":
		var bound string
		k, bound = j.duration(i)
		isKnown = k.source != ""
		_, ended, _ := j.period(i)
		ends, line.Reason = j.durationEnds(in, bound, ended)
	case "turnover_eur":
		if amount, ok := j.base(i.percent).inEuro(j.options.Rates); ok {
			k, isKnown = known{value: value{number: amount}, source: "facts", pointers: []string{j.base(i.percent).pointer}}, true
		}
	}
	if !isKnown {
		c := in.candidate(ends)
		line.Value = c.central.String()
		for n, v := range c.possible {
			if !in.number() || n < 2 {
				line.Possible = append(line.Possible, v.String())
			}
		}
		line.Reason = "assumed: " + in.reason + line.Reason
		line.Facts = lists.OrEmpty(slices.Clone(in.pointers))
		return c, line
	}
	v := k.value
	line.Reason = k.source
	if in.number() {
		counted := v.number.Max(ends[0].number).Min(ends[1].number)
		if counted.Cmp(v.number) != 0 {
			line.Reason += fmt.Sprintf("; %s is counted as %s", v, counted.Displayed())
			v.number = counted
		}
	}
	line.Value, line.Possible, line.Known, line.Facts = v.String(), []string{v.String()}, true, lists.OrEmpty(k.pointers)
	return candidate{possible: []value{v}, central: v}, line
}

// knownOf returns an input: as set for the run, as the facts give it for the
// Article, or as they give it for the document.
func (j *job) knownOf(name string, i infringement) (known, bool) {
	if k, ok := j.set[name]; ok {
		return k, true
	}
	for _, article := range i.articleNames() {
		if k, ok := j.articles[article].known[name]; ok {
			return k, true
		}
	}
	k, ok := j.inputs[name]
	return k, ok
}
