// Package page is the page of the command serve: questions on the left, verdicts on the
// right, and papers. It is drawn on the server and works without a script; the script
// only saves drawing the whole page again.
//
// Every answer is a form that is sent to the server, written into the file of facts and
// followed by a redirection to the page as it then is.
package page

import (
	"bytes"
	"context"
	"html/template"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"sync"
	"time"

	"github.com/dsaeval/dsaeval/internal/look"
	"github.com/dsaeval/dsaeval/serve/internal/judge"
	"github.com/dsaeval/dsaeval/serve/internal/store"
)

// Pages draws the pages about the services of a folder. It is safe for concurrent use.
type Pages struct {
	folder *store.Folder
	drafts *store.Drafts
	judge  *judge.Judge
	log    *slog.Logger
	today  func() time.Time

	mu     sync.Mutex
	passed map[string]map[string]bool // facts that are not known, by file
}

// New returns the pages about a folder. What goes wrong in the program is logged; today
// is the day that a new file is dated with.
func New(folder *store.Folder, j *judge.Judge, log *slog.Logger, today func() time.Time) *Pages {
	return &Pages{folder: folder, drafts: store.NewDrafts(folder), judge: j, log: log, today: today, passed: map[string]map[string]bool{}}
}

// Register adds the pages to a mux.
func (p *Pages) Register(mux *http.ServeMux) {
	mux.HandleFunc("GET /{$}", p.start)
	mux.HandleFunc("POST /begin", p.begin)
	for _, kind := range []string{"s", "w"} { // a service, and the copy of one to try things out
		at := "/" + kind + "/{file}"
		mux.HandleFunc("GET "+at, p.on(p.work))
		mux.HandleFunc("GET "+at+"/fact", p.on(p.fact))
		mux.HandleFunc("GET "+at+"/obligation/{id}", p.on(p.obligation))
		mux.HandleFunc("GET "+at+"/calendar", p.on(p.calendar))
		mux.HandleFunc("GET "+at+"/days", p.on(p.days))
		mux.HandleFunc("GET "+at+"/papers", p.on(p.papers))
		mux.HandleFunc("GET "+at+"/report/{format}", p.on(p.report))
		mux.HandleFunc("GET "+at+"/file", p.on(p.file))
		mux.HandleFunc("POST "+at+"/answer", p.on(p.answer))
		mux.HandleFunc("POST "+at+"/undo", p.on(p.undo))
		mux.HandleFunc("POST "+at+"/rate", p.on(p.rate))
		mux.HandleFunc("GET "+at+"/import", p.on(p.importForm))
		mux.HandleFunc("POST "+at+"/import", p.on(p.importRead))
		mux.HandleFunc("POST "+at+"/take", p.on(p.importTake))
	}
	mux.HandleFunc("POST /s/{file}/try", p.on(p.tryOut))
	mux.HandleFunc("GET /w/{file}/compare", p.on(p.compare))
	mux.HandleFunc("POST /w/{file}/keep", p.on(p.keep))
	mux.HandleFunc("POST /w/{file}/drop", p.on(p.drop))
	mux.HandleFunc("GET /assets/{name}", asset)
}

// versions are the files of a folder, or the copies of them.
type versions interface {
	Read(name string) (store.Version, error)
	Change(name string, by func(now store.Version) ([]byte, error)) (before, after store.Version, err error)
	Undo(name, seen string) (before, after store.Version, err error)
	Undoable(v store.Version) bool
	At(name, digest string) (store.Version, bool)
}

// place is what a page is about: a file, or the copy of it.
type place struct {
	Name string // of the file
	Copy bool
	versions
}

// URL is the address of a page about the place.
func (at place) URL(page string) string {
	kind := "/s/"
	if at.Copy {
		kind = "/w/"
	}
	address := kind + url.PathEscape(at.Name)
	if page != "" {
		address += "/" + page
	}
	return address
}

// Service is the address of the file itself, also where the page is about its copy.
func (at place) Service() string { return place{Name: at.Name}.URL("") }

// on finds out what a request is about.
func (p *Pages) on(handle func(w http.ResponseWriter, r *http.Request, at place)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		at := place{Name: r.PathValue("file"), versions: p.folder}
		if r.URL.Path[:3] == "/w/" {
			at.Copy, at.versions = true, p.drafts
		}
		ctx, cancel := context.WithTimeout(r.Context(), workTime)
		defer cancel()
		handle(w, r.WithContext(ctx), at)
	}
}

// workTime is how long a page may take; reading a long record takes most.
const workTime = time.Minute

// frame is what every page takes.
type frame struct {
	Title string
	Place *place // nil on pages about no service
	Here  string // which of the pages it is
	Head  *head
	// Notice is what has just happened; Alarm is set where it went wrong.
	Notice []string
	Alarm  bool
}

// Style and Script are the addresses of what the page loads.
func (frame) Style() string  { return "/assets/page.css?" + digests["page.css"] }
func (frame) Script() string { return "/assets/page.js?" + digests["page.js"] }

// draw writes a page once it is complete: an error leaves no half a page behind.
func (p *Pages) draw(w http.ResponseWriter, status int, name string, data any) {
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, name, data); err != nil {
		p.log.Error("a page cannot be drawn", "page", name, "error", err)
		http.Error(w, say("error.internal"), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, look.Visible(b.String()))
}

var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.Must(template.New("").Funcs(functions).Parse(look.Symbols)).ParseFS(files, "*.tmpl"))
})
