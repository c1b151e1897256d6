package api

import (
	"context"
	"encoding/json"
	"io"
	"iter"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/document"
)

// many judges a stream of documents. Reports go out as the documents come in.
func (a *api) many(eng *engine.Engine, in *evaluateInput, format render.Format, options ...engine.EvaluateOption) (*huma.StreamResponse, error) {
	if format != render.JSON {
		return nil, problem(http.StatusNotAcceptable, "a stream of documents is answered in JSON alone")
	}
	select {
	case a.streams <- struct{}{}:
	default:
		return nil, problem(http.StatusServiceUnavailable, "too many streams at a time")
	}
	return stream("application/x-ndjson", func(w io.Writer) {
		defer func() { <-a.streams }()
		// The time of one request does not count here, only that the client is there.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(in.r.Context()), streamLimit)
		defer cancel()
		control := http.NewResponseController(in.w)
		_ = control.EnableFullDuplex()
		in.going()
		n := 0
		for r, err := range eng.EvaluateAll(ctx, a.documents(eng, in), options...) {
			n++
			var line any = r
			if err != nil {
				refused := a.refused(err)
				refused.Document = n
				line = refused
			}
			if writeJSON(w, line) != nil || control.Flush() != nil {
				return // nobody reads any more
			}
			in.going()
			if fatal(err) {
				return
			}
		}
	}), nil
}

// fatal reports whether an error ends the stream: what follows cannot be read.
func fatal(err error) bool {
	p, ok := err.(*Problem) //nolint:errorlint // made by documents, not wrapped
	return ok && p.Status == http.StatusRequestEntityTooLarge
}

// documents are those of a stream, so many at most.
func (a *api) documents(eng *engine.Engine, in *evaluateInput) iter.Seq2[*facts.Facts, error] {
	return func(yield func(*facts.Facts, error) bool) {
		n := 0
		for f, err := range eng.Documents("facts.ndjson", in.r.Body) {
			if n++; n > document.MaxDocuments {
				yield(nil, problem(http.StatusRequestEntityTooLarge, "there are more documents than one stream may hold"))
				return
			}
			in.going()
			if err == nil {
				f, err = dated(f, in.AsOf)
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

// writeJSON writes a value on one line.
func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(value)
}
