package render

import (
	"encoding/json"
	"io"

	"github.com/dsaeval/dsaeval/engine/report"
)

// writeJSON writes a report as schemas/report.schema.json describes it or, of
// several, each on a line of its own (NDJSON). The same reports give the same
// bytes.
func writeJSON(w io.Writer, reports []*report.Report) error {
	encoder := json.NewEncoder(w)
	// Facts may hold < and >, which are no danger in JSON.
	encoder.SetEscapeHTML(false)
	if len(reports) == 1 {
		encoder.SetIndent("", "  ")
	}
	for _, r := range reports {
		if err := encoder.Encode(r); err != nil {
			return err
		}
	}
	return nil
}
