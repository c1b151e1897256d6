package page

import (
	"errors"
	"net/http"
	"reflect"

	"github.com/dsaeval/dsaeval/engine/ask"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/serve/internal/store"
)

// tryOut makes a copy of a file in which things are tried out.
func (p *Pages) tryOut(w http.ResponseWriter, r *http.Request, at place) {
	if _, err := p.drafts.Begin(at.Name); err != nil {
		p.fail(w, at, err)
		return
	}
	http.Redirect(w, r, place{Name: at.Name, Copy: true}.URL("")+"?did=copy", http.StatusSeeOther)
}

// comparison shows a file and its copy side by side.
type comparison struct {
	frame
	Before, After           []counted
	StakeBefore, StakeAfter string
	Facts                   []factDiffers
	Verdicts                []verdictDiffers
}

type factDiffers struct{ Question, URL, Old, New string }

type verdictDiffers struct {
	Article, Title, URL string
	Old, New            report.Verdict
}

func (p *Pages) compare(w http.ResponseWriter, r *http.Request, at place) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	base, err := p.drafts.Base(at.Name)
	if err != nil {
		p.fail(w, at, err)
		return
	}
	old, err := p.judge.Of(r.Context(), base)
	if err != nil {
		p.fail(w, at, err)
		return
	}
	view := comparison{
		frame:  p.frame(at, c, "compare", say("compare.heading")),
		Before: countsOf(old.Report.Summary, nil), After: countsOf(c.Report.Summary, &old.Report.Summary),
	}
	view.StakeBefore, _ = stake(old.Report)
	view.StakeAfter, _ = stake(c.Report)
	for _, f := range p.facts(func(ask.Fact) bool { return true }) {
		was, _ := old.File.Given(f.Pointer)
		is, _ := c.File.Given(f.Pointer)
		if !reflect.DeepEqual(was, is) {
			view.Facts = append(view.Facts, factDiffers{f.Question, at.factURL(f.Pointer), valueOrNone(was, f.Unit), valueOrNone(is, f.Unit)})
		}
	}
	verdicts := map[string]report.Verdict{}
	for _, o := range old.Report.Obligations {
		verdicts[o.ID] = o.Verdict
	}
	for _, o := range c.Report.Obligations {
		if was := verdicts[o.ID]; was != o.Verdict {
			view.Verdicts = append(view.Verdicts, verdictDiffers{o.Article, o.Title, at.URL("obligation/" + o.ID), was, o.Verdict})
		}
	}
	p.draw(w, http.StatusOK, "compare", view)
}

func valueOrNone(value any, unit string) string {
	if value == nil {
		return say("compare.novalue")
	}
	return factValue(value, unit)
}

// keep puts the copy in the place of its file.
func (p *Pages) keep(w http.ResponseWriter, r *http.Request, at place) {
	before, _, err := p.drafts.Keep(at.Name)
	if errors.Is(err, store.ErrChanged) {
		p.failed(w, http.StatusConflict, at, say("compare.changed"))
		return
	}
	if err != nil {
		p.fail(w, at, err)
		return
	}
	http.Redirect(w, r, at.Service()+"?did=kept&since="+before.Digest, http.StatusSeeOther)
}

// drop forgets the copy.
func (p *Pages) drop(w http.ResponseWriter, r *http.Request, at place) {
	p.drafts.Drop(at.Name)
	http.Redirect(w, r, at.Service()+"?did=dropped", http.StatusSeeOther)
}
