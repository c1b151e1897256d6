package render

import (
	"encoding/json"
	"io"

	"github.com/dsaeval/dsaeval/engine/report"
)

// jsonStream writes a report as schemas/report.schema.json describes it or, of
// several, each on a line of its own (NDJSON). The same reports give the same
// bytes. The first is held back until it is known whether there is another.
type jsonStream struct {
	w     io.Writer
	first *report.Report
	lines bool
	line  jsonLine
}

func newJSON(w io.Writer, _ writeOptions) stream { return &jsonStream{w: w} }

func (s *jsonStream) add(r *report.Report) error {
	switch {
	case s.lines:
		return s.write(r)
	case s.first == nil:
		s.first = r
		return nil
	}
	s.lines = true
	first := s.first
	s.first = nil
	if err := s.write(first); err != nil {
		return err
	}
	return s.write(r)
}

func (s *jsonStream) refuse([]report.Unusable) error { return nil }

func (s *jsonStream) close() error {
	if s.first == nil {
		return nil
	}
	return s.write(s.first)
}

func (s *jsonStream) write(r *report.Report) error {
	if s.lines {
		return s.line.write(s.w, r)
	}
	encoder := newEncoder(s.w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}

func newEncoder(w io.Writer) *json.Encoder {
	encoder := json.NewEncoder(w)
	// Facts may hold < and >, which are no danger in JSON.
	encoder.SetEscapeHTML(false)
	return encoder
}
