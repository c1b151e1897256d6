package render

import (
	"encoding/json"
	"io"

	"github.com/dsaeval/dsaeval/records/lint"
)

// JSON writes a report as schemas/lint.schema.json describes it.
func JSON(w io.Writer, r *lint.Report) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r)
}
