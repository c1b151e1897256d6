package compare

import (
	"encoding/json"
	"errors"
	"io"
)

var errNothingToWrite = errors.New("there is no diff to write, or nothing to write to")

// WriteJSON writes a diff as schemas/diff.schema.json describes it.
func WriteJSON(w io.Writer, d *Diff) error {
	if w == nil || d == nil {
		return errNothingToWrite
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(d)
}
