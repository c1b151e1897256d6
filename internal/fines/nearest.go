package fines

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/lists"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// nearestCount is how many decisions stand beside a range.
const nearestCount = 3

// likeness is how alike a decision is to a case; smaller is nearer.
type likeness struct {
	published
	otherTheme bool
	doublings  int     // how often the turnover has to double or halve
	apart      float64 // by what does not move the range: Articles, duration, recurrence
	distance   float64 // of ln(turnover)
	differs    []string
}

// nearest returns the decisions most like the case: by the theme of the Articles,
// then by turnover, and among those of about the same turnover by what a table
// tells of the circumstances. Those that are not in the fit are left out.
func (r *reference) nearest(j *job, list []infringement, turnover float64) []report.Nearest {
	themes := map[string]bool{}
	for _, i := range list {
		article := i.articleNames()[1]
		for _, t := range r.themes[article] {
			themes[t] = true
		}
	}
	var all []likeness
	for _, d := range r.rows {
		all = append(all, r.liken(d, j, list, themes, turnover))
	}
	slices.SortStableFunc(all, func(a, b likeness) int {
		return cmp.Or(
			compareBool(a.otherTheme, b.otherTheme), cmp.Compare(a.doublings, b.doublings), cmp.Compare(a.apart, b.apart),
			cmp.Compare(a.distance, b.distance), cmp.Compare(b.date, a.date), cmp.Compare(a.name, b.name),
		)
	})
	nearest := []report.Nearest{}
	for _, d := range all[:min(nearestCount, len(all))] {
		nearest = append(nearest, report.Nearest{Decision: d.report(), Differs: strings.Join(d.differs, "; ")})
	}
	return nearest
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func (r *reference) liken(d published, j *job, list []infringement, themes map[string]bool, turnover float64) likeness {
	l := likeness{published: d, otherTheme: !slices.ContainsFunc(d.themes, func(t string) bool { return themes[t] })}
	l.distance = math.Abs(d.x() - math.Log(turnover))
	l.doublings = int(l.distance / math.Ln2)
	differ := func(format string, args ...any) { l.differs = append(l.differs, fmt.Sprintf(format, args...)) }
	switch ratio := d.turnover() / turnover; {
	case ratio > 1.1:
		differ("turnover %.3g times as large", ratio)
	case ratio < 0.9:
		differ("%.2g %% of this turnover", 100*ratio)
	default:
		differ("about the same turnover")
	}
	if d.low != d.high {
		differ("whose turnover was the base is not public")
	}
	if d.law != "DSA" {
		differ("under the %s, with a cap of %g %%", d.law, d.capPercent)
	}
	if l.otherTheme {
		differ("another theme: %s", strings.Join(d.themes, ", "))
	}
	if d.count > 0 {
		l.apart += math.Abs(math.Log(float64(d.count) / float64(len(list))))
		if d.count != len(list) {
			differ("%s against %s here", writing.Count(d.count, "Article", "Articles"), writing.Count(len(list), "Article", "Articles"))
		}
	}
	if months := j.longest(list) / 30.44; months > 0 && d.months > 0 {
		l.apart += math.Abs(math.Log(float64(d.months) / months))
		differ("lasted %s against %.0f here", writing.Count(d.months, "month", "months"), math.Max(months, 1))
	} else if d.months > 0 {
		differ("lasted %s", writing.Count(d.months, "month", "months"))
	}
	if k, ok := j.knownOf("recurrence", list[0]); ok && d.earlier != nil {
		if here := k.value.number.Float(); here != float64(*d.earlier) {
			l.apart++
			differ("%s before it against %.0f here", writing.Count(*d.earlier, "decision", "decisions"), here)
		}
	}
	return l
}

// longest is the longest known duration of the infringements in days, 0 if none
// is known.
func (j *job) longest(list []infringement) float64 {
	days := 0.0
	for _, i := range list {
		if k, _ := j.duration(i); k.source != "" {
			days = math.Max(days, k.value.number.Float())
		}
	}
	return days
}

// others are the decisions of the fit, for a picture.
func (r *reference) others() []report.Decision {
	list := []report.Decision{}
	for _, d := range r.rows {
		list = append(list, d.report())
	}
	return list
}

func (d published) report() report.Decision {
	low, high := money{d.exact.low, euro}.nearest(), money{d.exact.high, euro}.nearest()
	return report.Decision{
		Case: d.name, Date: report.Day(d.date), Law: d.law, Articles: lists.OrEmpty(d.articles), Themes: lists.OrEmpty(d.themes),
		Fine: money{d.exact.fine, euro}.nearest().String(), TurnoverLow: low.String(), TurnoverHigh: high.String(),
		Source: d.source, Confidence: d.confidence,
	}
}
