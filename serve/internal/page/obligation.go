package page

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/explained"
	"github.com/dsaeval/dsaeval/internal/words"
)

// obligation is the explanation of one verdict.
type obligation struct {
	frame
	X              *report.Explanation
	Because, Basis string
	From           string // the first day; empty if not known
	Findings       []found
	Turns          []turn
	TurnNote       string
	Links          []string
	Tree           []branch // whether it applies, and whether it is breached
	All            bool
	Other          string // the address with more, or fewer, conditions
}

// found is one ground of a breach.
type found struct {
	Words, Remedy string
	Evidence      []evidence
}

type evidence struct{ Question, URL, Value, Place string }

// turn is a verdict that it could turn to, and the sets of facts of which each would
// turn it.
type turn struct {
	Verdict report.Verdict
	Ways    [][]turned
}

type turned struct{ Question, URL, To, Now string }

// branch is a condition with its answer, what it rests on, and its parts.
type branch struct {
	Answer      report.Answer // empty of what has none
	Said, Words string
	Notes       []string
	Facts       []evidence
	Of          []branch
}

// maxTurns is how many ways to each verdict are shown.
const maxTurns = 8

func (p *Pages) obligation(w http.ResponseWriter, r *http.Request, at place) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	x, err := c.Explain(r.Context(), r.PathValue("id"))
	if errors.Is(err, engine.ErrNothingSelected) {
		p.failed(w, http.StatusNotFound, at, say("error.none"))
		return
	}
	if err != nil {
		p.fail(w, at, err)
		return
	}
	all := r.URL.Query().Get("all") != ""
	view := obligation{frame: p.frame(at, c, "obligation", cite(x.Article)), X: x, All: all, Other: at.URL("obligation/" + x.ID)}
	if !all {
		view.Other += "?all=1"
	}
	if x.AppliesFrom != nil {
		view.From = string(*x.AppliesFrom)
	}
	if i := slices.IndexFunc(c.Report.Obligations, func(o report.Obligation) bool { return o.ID == x.ID }); i >= 0 {
		o := c.Report.Obligations[i]
		view.Links = o.Links
		if o.Verdict == report.Breach || o.Verdict == report.Compliant {
			view.Basis = words.Basis(o.Basis)
		}
		view.Findings = p.foundOf(at, c.Name, o)
	}
	if x.Verdict == report.NotApplicable && len(x.Reasons) > 0 {
		because := make([]string, len(x.Reasons))
		for i, reason := range x.Reasons {
			because[i] = words.Reason(reason)
		}
		view.Because = say("obligation.because", strings.Join(because, "; "))
	}
	view.turns(at)
	view.Tree = brancher{at: at, file: c.Name, all: all}.parts(explained.Parts(x))
	p.draw(w, http.StatusOK, "obligation", view)
}

// foundOf are the findings of a breach with what they rest on.
func (p *Pages) foundOf(at place, file string, o report.Obligation) []found {
	var list []found
	for i, f := range o.Findings {
		x := found{Words: words.Finding(f), Remedy: o.RemedyAfter(i)}
		for _, e := range f.Evidence {
			question, value := words.Fact(e.Pointer), words.Found(e)
			if fact, known := p.judge.Catalogue.Fact(e.Pointer); known {
				question = fact.Question
				if e.PartOf == nil {
					value = factValue(e.Value, fact.Unit)
				}
			}
			x.Evidence = append(x.Evidence, evidence{question, at.factURL(e.Pointer), value, placed(words.Place(file, e), words.Origin(e))})
		}
		list = append(list, x)
	}
	return list
}

func placed(place, origin string) string {
	if origin == "" {
		return place
	}
	return place + "; " + origin
}

// turns lists what would turn the verdict.
func (o *obligation) turns(at place) {
	n, left := map[report.Verdict]int{}, 0
	for _, t := range o.X.Changes {
		if n[t.Verdict]++; n[t.Verdict] > maxTurns && !o.All {
			left++
			continue
		}
		var way []turned
		for _, f := range t.Facts {
			now := say("obligation.unknown")
			if f.Given {
				now = say("obligation.now", words.FactValue(f.From, ""))
			}
			question := f.Question
			if question == "" {
				question = words.Fact(f.Pointer)
			}
			way = append(way, turned{question, at.factURL(f.Pointer), words.FactValue(f.To, f.Unit), now})
		}
		i := slices.IndexFunc(o.Turns, func(have turn) bool { return have.Verdict == t.Verdict })
		if i < 0 {
			i = len(o.Turns)
			o.Turns = append(o.Turns, turn{Verdict: t.Verdict})
		}
		o.Turns[i].Ways = append(o.Turns[i].Ways, way)
	}
	switch {
	case len(o.Turns) == 0 && slices.Equal(o.X.Reasons, []report.Reason{report.NotYet}):
		o.TurnNote = say("obligation.day")
	case len(o.Turns) == 0:
		o.TurnNote = say("obligation.noturn")
	case left > 0:
		o.TurnNote = say("obligation.more", left)
	case o.X.SearchEnded:
		o.TurnNote = say("obligation.ended")
	}
}

// brancher makes branches of conditions.
type brancher struct {
	at   place
	file string
	all  bool
}

func said(a report.Answer) string {
	switch a {
	case report.Yes:
		return say("tree.yes")
	case report.No:
		return say("tree.no")
	}
	return say("tree.unknown")
}

func (b brancher) parts(parts []explained.Part) []branch {
	var list []branch
	for _, part := range parts {
		x := branch{Answer: part.Answer, Said: said(part.Answer), Words: part.Lines[0], Notes: part.Lines[1:], Of: b.parts(part.Of)}
		if part.Condition != nil {
			x.Of = append(x.Of, b.condition(*part.Condition, part.Settled))
		}
		list = append(list, x)
	}
	return list
}

func (b brancher) condition(c report.Explained, settled report.Answer) branch {
	if !b.all {
		c = explained.Deciding(c, settled)
	}
	answer := explained.Inner(c)
	x := branch{Answer: answer, Said: said(answer)}
	if len(c.Facts) == 0 || len(c.Of) > 0 {
		x.Words = words.ExplainedCondition(c)
	} else {
		x.Notes = []string{words.ExplainedCondition(c)}
	}
	for _, f := range c.Facts {
		question := f.Question
		if question == "" {
			question = words.Fact(f.Pointer)
		}
		x.Facts = append(x.Facts, evidence{question, b.at.factURL(f.Pointer), words.ExplainedValue(f), strings.TrimPrefix(words.ExplainedPlace(b.file, f), "; ")})
	}
	for _, part := range c.Of {
		x.Of = append(x.Of, b.condition(part, explained.Below(c, settled)))
	}
	return x
}
