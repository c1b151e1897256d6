package calendar

import (
	"encoding/json"
	"io"
)

// WriteJSON writes a calendar on one line, as schemas/calendar.schema.json
// describes it.
func WriteJSON(w io.Writer, c *Calendar) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(c)
}
