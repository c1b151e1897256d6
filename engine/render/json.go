package render

import (
	"encoding/json"
	"io"

	"github.com/dsaeval/dsaeval/engine"
)

// JSON writes a report as schemas/report.schema.json describes it. The same
// report gives the same bytes.
func JSON(w io.Writer, r *engine.Report) error {
	encoder := json.NewEncoder(w)
	// Conditions hold < and > as words, but facts may hold the signs themselves.
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r)
}

// JSONLine writes a report as JSON on a single line, for runs over several
// documents.
func JSONLine(w io.Writer, r *engine.Report) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r)
}
