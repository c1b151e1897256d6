package fines

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/lists"
)

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
