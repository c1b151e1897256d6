package api

import (
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// body gives an operation what is sent, to be read as it comes.
type body struct {
	r *http.Request
	w http.ResponseWriter
}

// Resolve is called before the operation.
func (b *body) Resolve(ctx huma.Context) []error {
	b.r, b.w = humago.Unwrap(ctx)
	return nil
}

// The media types that facts are sent as.
var (
	jsonTypes  = []string{"application/json"}
	yamlTypes  = []string{"application/yaml", "text/yaml", "application/x-yaml"}
	linesTypes = []string{"application/x-ndjson", "application/ndjson", "application/jsonl"}
)

// format is that of the document that is sent. Without a type, or with the one that curl
// gives to anything, the content decides.
func (b *body) format() (document.Format, error) {
	sent := b.r.Header.Get("Content-Type")
	kind, _, err := mime.ParseMediaType(sent)
	switch {
	case sent == "", kind == "application/x-www-form-urlencoded", kind == "application/octet-stream", kind == "text/plain":
		return 0, nil
	case err == nil && slices.Contains(jsonTypes, kind):
		return document.JSON, nil
	case err == nil && slices.Contains(yamlTypes, kind):
		return document.YAML, nil
	case err == nil && slices.Contains(linesTypes, kind):
		return document.NDJSON, nil
	}
	return 0, problem(http.StatusUnsupportedMediaType, fmt.Sprintf("facts are sent as %s", strings.Join(slices.Concat(jsonTypes, yamlTypes[:1], linesTypes[:1]), ", ")))
}

// name is what the document is called in messages and reports.
func nameOf(f document.Format) string {
	switch f {
	case document.JSON:
		return "facts.json"
	case document.YAML:
		return "facts.yaml"
	case document.NDJSON:
		return "facts.ndjson"
	}
	return "facts"
}

// all reads a document within the limit.
func (b *body) all() ([]byte, error) {
	content, err := io.ReadAll(http.MaxBytesReader(b.w, b.r.Body, document.MaxSize))
	if err != nil {
		return nil, err
	}
	if len(content) == 0 {
		return nil, problem(http.StatusUnprocessableEntity, "no facts were sent")
	}
	return content, nil
}

// facts reads the one document of facts that is sent.
func (a *api) facts(b *body, day string) (*facts.Facts, error) {
	format, err := b.format()
	if err != nil {
		return nil, err
	}
	content, err := b.all()
	if err != nil {
		return nil, err
	}
	documents, err := a.eng.Load(nameOf(format), content)
	if err != nil {
		return nil, err
	}
	if len(documents) != 1 {
		return nil, problem(http.StatusUnprocessableEntity, "one document of facts is expected here")
	}
	return dated(documents[0], day)
}

// dated is a document with another assessment date, if one is given.
func dated(f *facts.Facts, day string) (*facts.Facts, error) {
	if day == "" {
		return f, nil
	}
	f, err := f.WithAssessmentDate(report.Day(day))
	if err != nil {
		return nil, problem(http.StatusBadRequest, err.Error(), Fault{Message: err.Error(), Location: "as_of"})
	}
	return f, nil
}

// streamTime is how long a stream may stand still, streamLimit how long it may last, and
// streamsAtOnce how many there can be.
const (
	streamTime    = time.Minute
	streamLimit   = time.Hour
	streamsAtOnce = 8
)

// going moves the deadlines of a stream that gets on.
func (b *body) going() {
	control := http.NewResponseController(b.w)
	late := time.Now().Add(streamTime)
	_ = control.SetReadDeadline(late)
	_ = control.SetWriteDeadline(late)
}

// stream is an answer that is written as it comes.
func stream(kind string, write func(w io.Writer)) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(ctx huma.Context) {
		ctx.SetHeader("Content-Type", kind)
		ctx.SetHeader("Cache-Control", "no-store")
		write(ctx.BodyWriter())
	}}
}
