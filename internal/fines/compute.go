package fines

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Check reports a choice that does not exist.
func Check(o fine.Options) error {
	if err := o.Check(); err != nil {
		return err
	}
	_, err := parseInputs(o.Inputs)
	return err
}

// Compute says what is at stake. The first model gives the headline range, the
// others stand beside it. It returns nil where no obligation of the case can be
// fined, and an error where a model fails on the case, never half a report.
func Compute(c Case, models []*Model, o fine.Options) (*report.Fine, error) {
	return ComputeBy(c, func() ([]*Model, error) { return models, nil }, o)
}

// ComputeBy is [Compute] with models that are asked for when there is something for
// which a fine is possible and a turnover to compute it from: loading them costs
// more than judging a document.
func ComputeBy(c Case, models func() ([]*Model, error), o fine.Options) (*report.Fine, error) {
	if err := Check(o); err != nil {
		return nil, err
	}
	c.Obligations = slices.DeleteFunc(slices.Clone(c.Obligations), func(o Obligation) bool { return !fined(o.Penalty) })
	if len(c.Obligations) == 0 {
		return nil, nil
	}
	j, err := newJob(c, models, o)
	if err != nil {
		return nil, err
	}
	breached, merges := infringements(j.standing(Breached), j.options.Unit, j.apart())
	r := &report.Fine{Bases: []report.Base{}, Missing: []string{}, Readings: j.readings(compelled(breached), merges), Doubts: j.doubts(), Notes: j.notes()}
	if err := j.bases(r, compelled(breached)); err != nil {
		return nil, err
	}
	first, err := j.stake(j.standing(Breached), breached, merges, r)
	if err != nil {
		return nil, err
	}
	r.Stake = *first
	if r.IfUndetermined, err = j.undetermined(breached, r); err != nil {
		return nil, err
	}
	if r.IfApplicable, err = j.other(Ahead, r); err != nil {
		return nil, err
	}
	j.periodic(r, breached)
	r.Missing = sortedSet(r.Missing)
	return r, nil
}

// fined reports whether a breach can cost money by itself.
func fined(penalties []report.Penalty) bool {
	return slices.ContainsFunc(penalties, func(p report.Penalty) bool { return p != report.NoPenalty })
}

// job is the work on one case.
type job struct {
	Case
	options  fine.Options
	models   func() ([]*Model, error)
	inputs   map[string]known       // of the document
	set      map[string]known       // for this run, over all facts
	headline map[string]*baseAmount // by measure
}

func newJob(c Case, models func() ([]*Model, error), o fine.Options) (*job, error) {
	o.PeriodicReading, o.Unit = cmp.Or(o.PeriodicReading, fine.Daily), cmp.Or(o.Unit, fine.ByArticle)
	j := &job{Case: c, options: o, models: models, inputs: map[string]known{}, headline: map[string]*baseAmount{}}
	set, err := parseInputs(o.Inputs)
	if err != nil {
		return nil, err
	}
	maps.Copy(j.inputs, c.known)
	j.set = set
	// Whoever sets culpability asks what would follow from it.
	if _, asked := set["culpability"]; asked {
		j.noFault = false
		j.articles = maps.Clone(j.articles)
		for label, a := range j.articles {
			a.noFault = false
			j.articles[label] = a
		}
	}
	j.Case.bases = slices.Clone(c.bases)
	for i := range j.Case.bases {
		b := &j.Case.bases[i]
		if *b, err = b.converted(o.Rates); err != nil {
			return nil, err
		}
		// The group's comes first in the list.
		if j.headline[b.measure] == nil && (o.TurnoverOf == "" || o.TurnoverOf == b.of) {
			j.headline[b.measure] = b
		}
	}
	return j, nil
}

// apart are the Articles of which the facts speak on their own.
func (c Case) apart() map[string]bool {
	named := map[string]bool{}
	for article := range c.articles {
		named[article] = true
	}
	return named
}

func (j *job) standing(s Standing) []*Obligation {
	var list []*Obligation
	for i := range j.Obligations {
		if o := &j.Obligations[i]; o.Standing == s {
			list = append(list, o)
		}
	}
	return list
}

// base returns the headline base of a cap: turnover, or income where only that
// is known and the provision names it.
func (j *job) base(percent int64) *baseAmount {
	if b := j.headline[turnover]; b != nil || percent == lawful().fine.percent {
		return b
	}
	return j.headline[income]
}

// missingTurnover is the fact that is missing for a base.
func (j *job) missingTurnover() string {
	if j.options.TurnoverOf != "" {
		return turnoverPointer + "/" + j.options.TurnoverOf
	}
	return turnoverPointer
}
