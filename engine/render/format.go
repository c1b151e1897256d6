package render

import (
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
)

// Format is a way to write reports.
type Format struct {
	// Name is what --output takes.
	Name string
	// Summary says in a few words what the format is for.
	Summary string
	// Write writes one or several reports as one document.
	Write func(w io.Writer, reports ...*engine.Report) error
}

// Formats lists all formats, the most used first.
func Formats() []Format {
	return []Format{
		{"text", "for people at a terminal", Text},
		{"json", "for programs; schemas/report.schema.json describes it", JSON},
	}
}

// FormatOf returns the format with a name.
func FormatOf(name string) (Format, error) {
	var names []string
	for _, format := range Formats() {
		if format.Name == name {
			return format, nil
		}
		names = append(names, format.Name)
	}
	return Format{}, fmt.Errorf("there is no format %q; expected one of %s", name, strings.Join(names, ", "))
}
