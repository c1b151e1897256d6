package main

import (
	"encoding/json"
	"io"
)

// textOrJSON are the formats of what is listed.
var textOrJSON = oneOfFormats("text", "json")

// writeList writes a value as JSON or as text, whatever was asked for.
func writeList(outputs []output[string], stdout io.Writer, value any, text func(io.Writer) error) error {
	return writeAll(outputs, stdout, func(w io.Writer, format string) error {
		if format == "json" {
			return printJSON(w, value)
		}
		return text(w)
	})
}

func printJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
