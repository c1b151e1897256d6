package page

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/records/transparency"
)

func (p *Pages) importForm(w http.ResponseWriter, r *http.Request, at place) {
	p.drawImport(w, r, http.StatusOK, at, "")
}

func (p *Pages) drawImport(w http.ResponseWriter, r *http.Request, status int, at place, problem string) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	view := struct{ frame }{p.frame(at, c, "import", say("import.heading"))}
	if problem != "" {
		view.Notice, view.Alarm = []string{problem}, true
	}
	p.draw(w, status, "import", view)
}

// The bounds of what is sent to be read.
const (
	maxUpload  = 256 << 20
	maxUploads = 64
	inMemory   = 1 << 20
)

// importRead reads what was sent and shows what it gives. Nothing is written yet.
func (p *Pages) importRead(w http.ResponseWriter, r *http.Request, at place) {
	c, ok := p.open(w, r, at)
	if !ok {
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxUpload)
	if err := r.ParseMultipartForm(inMemory); err != nil {
		if errors.As(err, new(*http.MaxBytesError)) {
			p.drawImport(w, r, http.StatusRequestEntityTooLarge, at, say("error.large"))
			return
		}
		p.drawImport(w, r, http.StatusBadRequest, at, say("import.none"))
		return
	}
	defer func() { _ = r.MultipartForm.RemoveAll() }()
	sent := r.MultipartForm.File["files"]
	if len(sent) == 0 || len(sent) > maxUploads {
		p.drawImport(w, r, http.StatusUnprocessableEntity, at, say("import.none"))
		return
	}
	content, notes, err := readSent(r.Context(), sent, r.PostFormValue("platform"), r.PostFormValue("complete") != "")
	if err != nil {
		p.drawImport(w, r, http.StatusUnprocessableEntity, at, say("import.failed", err))
		return
	}
	p.drawFound(w, at, c, content, notes)
}

// readSent makes a document of facts of what was sent. The files lie in a folder of
// their own for that time, since archives and workbooks are read from the disk.
func readSent(ctx context.Context, sent []*multipart.FileHeader, platform string, complete bool) (content []byte, notes []string, err error) {
	dir, err := os.MkdirTemp("", "dsaeval-import-")
	if err != nil {
		return nil, nil, errors.New(say("error.internal"))
	}
	defer os.RemoveAll(dir)
	var paths []string
	for i, header := range sent {
		name := filepath.Join(dir, sentName(i, header.Filename))
		if err := keepSent(header, name); err != nil {
			return nil, nil, errors.New(say("error.internal"))
		}
		paths = append(paths, name)
	}
	content, notes, err = readPaths(ctx, paths, platform, complete)
	// No path of this machine is anybody's business.
	bare := strings.NewReplacer(dir+string(filepath.Separator), "", filepath.ToSlash(dir)+"/", "")
	for i := range notes {
		notes[i] = bare.Replace(notes[i])
	}
	if err != nil {
		return nil, notes, errors.New(bare.Replace(err.Error()))
	}
	return []byte(bare.Replace(string(content))), notes, nil
}

// sentName is a safe name for a file that was sent. Its own name says what it is.
func sentName(i int, name string) string {
	name = path.Base(strings.ReplaceAll(name, "\\", "/"))
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`/:*?"<>|`, r) || r == 0x7f {
			return '_'
		}
		return r
	}, name)
	if name == "" || strings.Trim(name, ".") == "" || len(name) > 150 {
		return fmt.Sprintf("file-%d%s", i+1, path.Ext(name[:min(len(name), 150)]))
	}
	return name
}

func keepSent(header *multipart.FileHeader, name string) error {
	from, err := header.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	to, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return errors.Join(err, to.Close())
}

// readPaths tells by their names what files are.
func readPaths(ctx context.Context, paths []string, platform string, complete bool) (content []byte, notes []string, err error) {
	switch {
	case len(paths) == 1 && (document.FormatOf(paths[0]) == document.YAML || document.FormatOf(paths[0]) == document.JSON):
		content, err = os.ReadFile(paths[0])
		return content, nil, err
	case slices.ContainsFunc(paths, func(name string) bool { return strings.HasPrefix(filepath.Base(name), "sor-") || sor.IsPartial(name) }):
		return readStatements(ctx, paths, platform)
	}
	schema, err := facts.Builtin()
	if err != nil {
		return nil, nil, err
	}
	report, err := transparency.Open(ctx, paths...)
	if err != nil {
		return nil, nil, err
	}
	content, more, err := report.Document(schema, transparency.FactOptions{Complete: complete})
	for _, n := range transparency.Folded(append(report.Notes, more...)) {
		notes = append(notes, n.String())
	}
	return content, notes, err
}

// readStatements counts statements of reasons.
func readStatements(ctx context.Context, paths []string, platform string) ([]byte, []string, error) {
	options := sor.Options{}
	if platform != "" {
		options.Platforms = []string{platform}
	}
	total, err := sor.Import(ctx, paths, nil, options)
	if err != nil {
		return nil, nil, err
	}
	documents, err := total.Facts()
	if err != nil {
		return nil, nil, err
	}
	var notes []string
	if total.Doubtful() {
		notes = append(notes, total.Totals())
	}
	if len(documents) != 1 {
		var names []string
		for _, each := range total.Keys() {
			names = append(names, each.Platform)
		}
		return nil, notes, fmt.Errorf("%s %s", say("import.platforms"), strings.Join(names, ", "))
	}
	return documents[0].YAML(), notes, nil
}
