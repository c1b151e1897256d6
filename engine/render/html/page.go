package html

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/look"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

//go:embed *.tmpl report.css report.js ask.js
var files embed.FS

var (
	style  = look.CSS + mustRead("report.css")
	script = mustRead("report.js") + mustRead("ask.js")
)

// templates are parsed when a page is first written: that takes as long as a whole
// judgement.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.Must(template.New("").Funcs(template.FuncMap{
		"capital":   writing.Capital,
		"day":       day,
		"dotted":    words.Fact,
		"doubt":     words.Doubt,
		"element":   words.Element,
		"notyet":    words.NotYet,
		"applied":   func() string { return words.IfApplied },
		"origin":    originBesideSources,
		"money":     money,
		"parts":     breakable,
		"value":     value,
		"web":       web,
		"words":     said,
		"basis":     func(b report.Basis) string { return said(b) },
		"plural":    writing.Count,
		"rough":     words.Millions,
		"next":      func(i int) int { return i + 1 },
		"found":     found,
		"outline":   outlined,
		"cited":     cited,
		"cite":      cite,
		"benchmark": benchmark,
		"late":      func(what string) bool { return strings.HasPrefix(what, "overdue") },
	}).Parse(look.Symbols)).ParseFS(files, "*.tmpl"))
})

// page is what the outermost template takes.
type page struct {
	// Title is for the window; Heading and Law stand at the top.
	Title, Heading, Law string
	// Policy lets the browser run the one style sheet and the one script of the
	// file, known by their digests, and load nothing at all.
	Policy  string
	Style   template.CSS
	Script  template.JS
	Reports []*view
	// Overview lists several reports; Refused is what could not be judged.
	Overview []overviewRow
	Refused  []report.Unusable
	// Brief is true of the page that has the main things alone.
	Brief bool
}

// Write writes reports as one self-contained page for readers of any kind: it
// loads nothing, works without JavaScript and prints well. What could not be judged is
// listed before them. The same reports give the same bytes.
func Write(w io.Writer, reports []*report.Report, refused ...report.Unusable) error {
	page := &page{
		Heading: "Assessment under the Digital Services Act",
		Law:     "Regulation (EU) 2022/2065 on a Single Market for Digital Services",
		Refused: refused,
	}
	return page.write(w, reports, newReport)
}

// write makes a view of each report and writes the page.
func (page *page) write(w io.Writer, reports []*report.Report,
	view func(r *report.Report, anchor string, anchors anchors) *view,
) error {
	page.Title = writing.Count(len(reports), "report", "reports")
	if len(reports) == 1 {
		page.Title = writing.Service(reports[0].Service.Name, reports[0].Service.Provider) + ", on " + string(reports[0].AssessmentDate)
	}
	anchors := anchors{}
	for i, r := range reports {
		page.Reports = append(page.Reports, view(r, fmt.Sprintf("r%d", i+1), anchors))
	}
	page.Overview = overviewOf(page.Reports)
	page.Style, page.Script = template.CSS(style), template.JS(script)
	page.Policy = "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(script) + "; base-uri 'none'; form-action 'none'"
	// Written once it is complete: an error leaves no half a document behind.
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, "page", page); err != nil {
		return err
	}
	_, err := io.WriteString(w, look.Visible(b.String()))
	return err
}

// digest names inline content in a content security policy.
func digest(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// mustRead reads an embedded file; that it is there was checked at build time.
func mustRead(name string) string {
	content, err := files.ReadFile(name)
	if err != nil {
		panic(err)
	}
	return string(content)
}

// anchors hands out ids that are unique in the page. They come from stable
// ids as far as possible, so that a link to a breach outlives the next run.
type anchors map[string]bool

func (a anchors) of(parts ...string) string {
	base := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("._-", r) {
			return r
		}
		return '-'
	}, strings.Join(parts, "-"))
	id := base
	for n := 2; a[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	a[id] = true
	return id
}
