package page

import (
	"bytes"
	"html/template"
	"net/http"
	"slices"

	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/render/html"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/chapter"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
)

// board is every obligation as a sign, by chapters.
type board struct {
	Parts   []part
	Changed []sign
	More    string // how many changes are not listed
}

type part struct {
	chapter.Part
	Dots           []sign
	Decided, Total string
}

// sign is an obligation with its verdict.
type sign struct {
	Article, Title, URL string
	Verdict             report.Verdict
	New                 bool // not as before the last answer
}

// maxChanged is how many changes are listed beside the signs.
const maxChanged = 6

// boardOf puts the obligations on the board and marks what is not as it was before,
// where something was.
func boardOf(at place, c *judge.Case, before *report.Report) board {
	was := map[string]report.Verdict{}
	if before != nil {
		for _, o := range before.Obligations {
			was[o.ID] = o.Verdict
		}
	}
	signs := map[string][]sign{}
	decided := map[string]int{}
	var b board
	changed := 0
	for _, o := range c.Report.Obligations {
		old, judged := was[o.ID]
		s := sign{Article: o.Article, Title: o.Title, URL: at.URL("obligation/" + o.ID), Verdict: o.Verdict, New: judged && old != o.Verdict}
		key := chapter.Of(o.ID, o.Article).Key
		signs[key] = append(signs[key], s)
		if o.Verdict != report.Undetermined {
			decided[key]++
		}
		if s.New && o.Verdict != report.NotApplicable {
			if changed++; changed <= maxChanged {
				b.Changed = append(b.Changed, s)
			}
		}
	}
	if changed > maxChanged {
		b.More = say("q.articles", changed-maxChanged)
	}
	for _, each := range chapter.All() {
		if list := signs[each.Key]; len(list) > 0 {
			b.Parts = append(b.Parts, part{Part: each, Dots: list, Decided: words.Number(decided[each.Key]), Total: words.Number(len(list))})
		}
	}
	return b
}

// standing is what the service comes to at a glance.
type standing struct {
	Counts          []counted
	Stake, Turnover string
	Doubts          []string
	Rates           []rating
	Picture         template.HTML
	Days            *days
	Later, Calendar string // where the days come from, and all of them
}

type counted struct {
	Verdict report.Verdict
	N       string
	Moved   string // by how many since the last answer: +2
}

// countsOf are the numbers of a report and what has become of them.
func countsOf(now report.Summary, before *report.Summary) []counted {
	of := func(s report.Summary) []int { return []int{s.Breach, s.Undetermined, s.Compliant, s.NotApplicable} }
	list := []counted{{Verdict: report.Breach}, {Verdict: report.Undetermined}, {Verdict: report.Compliant}, {Verdict: report.NotApplicable}}
	for i, n := range of(now) {
		list[i].N = words.Number(n)
		if before == nil {
			continue
		}
		switch moved := n - of(*before)[i]; {
		case moved > 0:
			list[i].Moved = "+" + words.Number(moved)
		case moved < 0:
			list[i].Moved = "−" + words.Number(-moved)
		}
	}
	return list
}

func (p *Pages) standingOf(at place, c *judge.Case, before *report.Report) standing {
	s := standing{Later: at.URL("days") + "?of=" + c.Digest, Calendar: at.URL("calendar")}
	var old *report.Summary
	if before != nil {
		old = &before.Summary
	}
	s.Counts = countsOf(c.Report.Summary, old)
	var needsTurnover bool
	s.Stake, needsTurnover = stake(c.Report)
	if needsTurnover {
		s.Turnover = at.factURL("/service/turnover_worldwide_preceding_fy")
	}
	if c.Report.Fine != nil {
		s.Doubts = c.Report.Fine.Doubts
	}
	s.Rates = p.ratingsOf(at, c)
	s.Picture = p.picture(c.Report)
	if made := c.Made(); made != nil {
		s.Days = daysOf(at, made)
	}
	return s
}

// stake is what the breaches put at stake in one sentence, and whether it lacks the
// turnover.
func stake(r *report.Report) (text string, needsTurnover bool) {
	switch at := words.AtStake(r); {
	case at != "":
		return writing.Capital(at) + ".", false
	case r.Summary.Breach == 0:
		return say("stake.none"), false
	case r.Fine != nil && len(r.Fine.Missing) > 0:
		return say("stake.turnover"), slices.Contains(r.Fine.Missing, "/service/turnover_worldwide_preceding_fy")
	}
	return say("stake.nofine"), false
}

// picture is that of the report, which has escaped what it shows.
func (p *Pages) picture(r *report.Report) template.HTML {
	var b bytes.Buffer
	if err := html.WriteFines(&b, r); err != nil {
		p.log.Error("the picture of fines cannot be drawn", "error", err)
		return ""
	}
	return template.HTML(b.String())
}

// days are the next entries of the calendar.
type days struct {
	Entries []entry
	Overdue string // how many days are over
	All     string
}

type entry struct {
	Day, Label, Limits, Article, Title string
	Ask                                []asked
}

// asked is a fact as a link to its question.
type asked struct{ Question, URL string }

// maxDays is how many days stand at the top of the page.
const maxDays = 3

func daysOf(at place, made *calendar.Calendar) *days {
	d := &days{All: at.URL("calendar")}
	over := 0
	for _, e := range made.Entries {
		if groupOf(e) == 0 {
			over++
		}
		if e.Status == calendar.Open && e.Day() != "" && len(d.Entries) < maxDays {
			d.Entries = append(d.Entries, entryOf(at, e))
		}
	}
	if over > 0 {
		d.Overdue = count("days.overdue", over)
	}
	return d
}

func entryOf(at place, e calendar.Entry) entry {
	x := entry{Day: string(e.Day()), Label: e.Label(), Limits: e.Limits(), Article: e.Article, Title: e.Title}
	for _, m := range e.Missing {
		x.Ask = append(x.Ask, asked{m.Question, at.factURL(m.Pointer)})
	}
	return x
}

// days answers with the next days alone, which take longer to work out than an answer
// may take.
func (p *Pages) days(w http.ResponseWriter, r *http.Request, at place) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	made, err := c.Calendar(r.Context())
	if err != nil {
		p.fail(w, at, err)
		return
	}
	p.draw(w, http.StatusOK, "days", daysOf(at, made))
}
