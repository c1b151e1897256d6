package page

import (
	"bytes"
	"mime"
	"net/http"
	"path"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ask/calendar"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/look"
	"github.com/dsaeval/dsaeval/serve/internal/media"
)

// format is a line of the table of formats.
type format struct{ Name, For, URL, File string }

func (p *Pages) papers(w http.ResponseWriter, r *http.Request, at place) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	view := struct {
		frame
		Formats  []format
		FileName string
	}{frame: p.frame(at, c, "papers", say("papers.heading")), FileName: path.Base(at.Name)}
	for _, f := range render.Formats() {
		view.Formats = append(view.Formats, format{string(f), f.Summary(), at.URL("report/"+string(f)) + "?save=1", reportName(at, f)})
	}
	p.draw(w, http.StatusOK, "papers", view)
}

// reportName is what a report is called that is kept: nothing that reads facts takes it
// for some.
func reportName(at place, f render.Format) string {
	stem := strings.TrimSuffix(path.Base(at.Name), path.Ext(at.Name))
	extension := media.Of(f).Extension
	if string(f) == extension {
		return stem + "-report." + extension
	}
	return stem + "-report-" + string(f) + "." + extension
}

// report writes a report as it is now.
func (p *Pages) report(w http.ResponseWriter, r *http.Request, at place) {
	f, err := render.FormatOf(r.PathValue("format"))
	if err != nil {
		p.failed(w, http.StatusNotFound, at, say("error.none"))
		return
	}
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	judged := c.Report
	if f.Asks() {
		judged = p.judge.Catalogue.WithNext(judged)
	}
	var b bytes.Buffer
	if err := render.Write(&b, f, []*report.Report{judged}); err != nil {
		p.fail(w, at, err)
		return
	}
	kind := media.Of(f).Type
	w.Header().Set("Content-Type", kind)
	if strings.HasPrefix(kind, "text/html") {
		// The report has one style sheet and one script within it, which its own policy
		// names by their digests.
		w.Header().Set("Content-Security-Policy", look.Policy(b.Bytes()))
	}
	if r.URL.Query().Get("save") != "" {
		w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": reportName(at, f)}))
	}
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(b.Bytes())
}

// file sends the file itself.
func (p *Pages) file(w http.ResponseWriter, r *http.Request, at place) {
	v, err := at.Read(at.Name)
	if err != nil {
		p.fail(w, at, err)
		return
	}
	w.Header().Set("Content-Type", "application/yaml; charset=utf-8")
	if path.Ext(at.Name) == ".json" {
		w.Header().Set("Content-Type", "application/json")
	}
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": path.Base(at.Name)}))
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(v.Content)
}

// group is a part of the calendar.
type group struct {
	Title   string
	Entries []entry
}

func (p *Pages) calendar(w http.ResponseWriter, r *http.Request, at place) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	made, err := c.Calendar(r.Context())
	if err != nil {
		p.fail(w, at, err)
		return
	}
	if r.URL.Query().Get("format") == "ical" {
		var b bytes.Buffer
		if err := calendar.WriteICal(&b, made); err != nil {
			p.fail(w, at, err)
			return
		}
		w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
		w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": "dsa.ics"}))
		_, _ = w.Write(b.Bytes())
		return
	}
	groups := []group{{Title: say("calendar.overdue")}, {Title: say("calendar.ahead")}, {Title: say("calendar.undated")}, {Title: say("calendar.done")}}
	for _, e := range made.Entries {
		groups[groupOf(e)].Entries = append(groups[groupOf(e)].Entries, entryOf(at, e))
	}
	p.draw(w, http.StatusOK, "calendar", struct {
		frame
		Lead   string
		Groups []group
	}{p.frame(at, c, "calendar", say("calendar.heading")), say("calendar.text", made.AssessmentDate, made.Until), groups})
}

func groupOf(e calendar.Entry) int {
	switch {
	case e.Status == calendar.Done || e.Status == calendar.DoneLate:
		return 3
	case e.Day() == "":
		return 2
	case e.Status == calendar.Open:
		return 1
	}
	return 0
}
