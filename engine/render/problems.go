package render

import (
	"encoding/json"
	"io"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// ProblemFormats lists the formats of [Problems].
func ProblemFormats() []Format { return []Format{JSON, SARIF, JUnit, GitHub} }

// Problems writes what is wrong with facts that were checked and not judged, in one of
// ProblemFormats. JSON is a list, empty where nothing is wrong. The error is an
// *UnknownFormat, or that of w.
func Problems(w io.Writer, format Format, list []report.Unusable) error {
	switch {
	case w == nil:
		return errNoWriter
	case !slices.Contains(ProblemFormats(), format):
		return &UnknownFormat{Name: string(format), Known: ProblemFormats()}
	case format == JSON:
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(append([]report.Unusable{}, list...))
	}
	out, err := NewWriter(w, format)
	if err == nil {
		err = out.Refuse(list...)
	}
	if err == nil {
		// Unlike a paper about services, one without problems is what is hoped for.
		err = out.stream.close()
	}
	return err
}
