package fines

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/lists"
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

// other computes the figures of obligations that are not breached but may be.
func (j *job) other(s Standing, r *report.Fine) (*report.Stake, error) {
	obligations := j.standing(s)
	if len(obligations) == 0 {
		return nil, nil
	}
	list, merges := infringements(obligations, j.options.Unit, j.apart())
	return j.stake(obligations, list, merges, r)
}

// undetermined leaves out what is part of an Article that is breached already:
// it would not add an infringement.
func (j *job) undetermined(breached []infringement, r *report.Fine) (*report.Stake, error) {
	obligations := j.standing(Undetermined)
	if len(obligations) == 0 {
		return nil, nil
	}
	list, merges := infringements(obligations, j.options.Unit, j.apart())
	var open []infringement
	for _, i := range list {
		at := slices.IndexFunc(breached, func(b infringement) bool { return b.label == i.label })
		if at < 0 {
			open = append(open, i)
			continue
		}
		because := sameArticle
		if paragraphOf(i.lead.ID) == paragraphOf(breached[at].lead.ID) {
			because = sameParagraph
		}
		merges = append(merges, report.Merge{
			Obligation: i.lead.ID, Into: []string{breached[at].lead.ID}, Because: because, Facts: []string{},
		})
	}
	slices.SortFunc(merges, func(a, b report.Merge) int { return report.CompareIDs(a.Obligation, b.Obligation) })
	return j.stake(obligations, open, merges, r)
}

// stake computes caps and ranges of infringements of one standing.
func (j *job) stake(obligations []*Obligation, list []infringement, merges []report.Merge, r *report.Fine) (*report.Stake, error) {
	s := &report.Stake{Obligations: make([]string, 0, len(obligations)), Comparisons: []report.Indicative{}, Merged: lists.OrEmpty(merges)}
	for _, o := range obligations {
		s.Obligations = append(s.Obligations, o.ID)
	}
	slices.SortFunc(s.Obligations, report.CompareIDs)
	list = slices.DeleteFunc(slices.Clone(list), func(i infringement) bool { return i.percent == 0 })
	if len(list) == 0 {
		return s, nil
	}
	for _, i := range list {
		if j.base(i.percent) == nil {
			r.Missing = append(r.Missing, j.missingTurnover())
			return s, nil
		}
	}
	caps, err := j.caps(list)
	if err != nil {
		return nil, err
	}
	s.StatutoryCap = caps.report
	fined, fines, reason := j.fined(list, caps)
	if len(fined) == 0 {
		s.NoRange = &reason
		return s, nil
	}
	models, err := j.models()
	if err != nil {
		return nil, err
	}
	for n, m := range models {
		indicative, absent, err := j.rangeBy(m, fined, fines)
		if err != nil {
			return nil, err
		}
		switch {
		case n == 0 && indicative == nil:
			s.NoRange = &absent
		case n == 0:
			s.Indicative = indicative
		case indicative != nil:
			s.Comparisons = append(s.Comparisons, *indicative)
		}
	}
	return s, nil
}

// fined leaves out the infringements that have a cap and no fine: those without
// intent or negligence, and those whose limitation period is over. The reason is
// that of the last.
func (j *job) fined(list []infringement, caps capsOf) (fined []infringement, fines capsOf, reason string) {
	var each []money
	for n, i := range list {
		switch barred := j.limitationOf(i).barred; {
		case barred != "":
			reason = barred
		case j.withoutFault(i):
			reason = noFault
		default:
			fined, each = append(fined, i), append(each, caps.each[n])
		}
	}
	caps.each = each
	return fined, caps, reason
}

// limitationOf is the limitation of an infringement: of its Article if the facts
// give its end, else of the document.
func (j *job) limitationOf(i infringement) limitation {
	for _, article := range i.articleNames() {
		if l := j.articles[article].limitation; l.barred != "" || l.notes != nil {
			return l
		}
	}
	return j.limitation
}

func (j *job) withoutFault(i infringement) bool {
	for _, article := range i.articleNames() {
		a := j.articles[article]
		if _, said := a.known["culpability"]; said || a.noFault {
			return a.noFault
		}
	}
	return j.noFault
}

// rangeBy applies a model. Where it has no range for the case, absent says why.
func (j *job) rangeBy(m *Model, list []infringement, caps capsOf) (i *report.Indicative, absent string, err error) {
	if m.reference != nil {
		if absent := m.reference.absent(j, list); absent != "" {
			return nil, absent, nil
		}
		return m.reference.indicative(m, j, list, caps), "", nil
	}
	i, err = j.indicative(m, list, caps)
	return i, "", err
}
