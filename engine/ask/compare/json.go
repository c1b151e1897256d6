package compare

import (
	"encoding/json"
	"io"
)

// WriteJSON writes a diff as schemas/diff.schema.json describes it.
func WriteJSON(w io.Writer, d *Diff) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(d)
}
