package engine

import (
	"context"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// WithExplanations has the report say how each verdict follows, and what would change
// it, of all obligations that may apply. That takes several times as long as judging.
func WithExplanations() EvaluateOption { return func(e *evaluation) { e.explanations = true } }

// WithAgenda has the report say what falls due in the year after the assessment date,
// with the last days of waivers that name the service. That takes several times as long
// as judging.
func WithAgenda(waivers ...report.Waiver) EvaluateOption {
	return func(e *evaluation) { e.agenda, e.waivers = true, waivers }
}

// addBeside puts into a report what stands beside the verdicts.
func (e *Engine) addBeside(ctx context.Context, f *facts.Facts, r *report.Report, chosen evaluation) error {
	if chosen.explanations {
		for _, o := range r.Obligations {
			if o.Verdict == report.NotApplicable {
				continue // its reason is all there is to say
			}
			explanation, err := e.Explain(ctx, f, o.ID)
			if err != nil {
				return err
			}
			r.Explanations = append(r.Explanations, explanation)
		}
	}
	if !chosen.agenda {
		return nil
	}
	by := judge{Engine: e}
	if chosen.detail.Includes(report.DetailFull) {
		by.facts, by.judged = f, r
	}
	c, err := calendar.Of(ctx, by, f, "", chosen.waivers...)
	if err != nil {
		return err
	}
	r.Agenda = agendaOf(c)
	return nil
}

// agendaOf is what is still ahead in a calendar.
func agendaOf(c *calendar.Calendar) *report.Agenda {
	agenda := &report.Agenda{Until: c.Until, Entries: []report.AgendaEntry{}}
	for _, each := range c.Entries {
		if each.Status == calendar.Done || each.Status == calendar.DoneLate || each.Day() == "" && !each.Certain {
			continue
		}
		entry := report.AgendaEntry{
			What: each.Label(), Limits: strings.Trim(each.Limits(), " ()"), Title: each.Title, Article: each.Article, Obligations: each.Obligations,
		}
		if day := each.Day(); day != "" {
			entry.Day = &day
		}
		agenda.Entries = append(agenda.Entries, entry)
	}
	return agenda
}
