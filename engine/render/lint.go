package render

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/lint"
)

// LintFormat is a way to write what a linter of public records says.
type LintFormat struct {
	// Name is what --output takes, the same as that of [Format].
	Name string
	// Summary says in a few words what the format is for.
	Summary string
	Write   func(w io.Writer, r *lint.Report) error
}

// LintFormats lists the formats of [Formats] in which findings about a public
// record can be written. The audit format is not among them: its conclusions are
// about obligations.
func LintFormats() []LintFormat {
	return []LintFormat{
		{"text", "for people at a terminal", LintText},
		{"json", "for programs; schemas/lint.schema.json describes it", LintJSON},
	}
}

// LintFormatOf returns the format with a name.
func LintFormatOf(name string) (LintFormat, error) {
	var names []string
	for _, format := range LintFormats() {
		if format.Name == name {
			return format, nil
		}
		names = append(names, format.Name)
	}
	return LintFormat{}, fmt.Errorf("there is no format %q for findings about a public record; expected one of %s", name, strings.Join(names, ", "))
}

// LintText writes findings one a line, the assumptions, and the totals.
func LintText(w io.Writer, r *lint.Report) error {
	buffered := bufio.NewWriter(w)
	for _, f := range r.Findings {
		fmt.Fprintln(buffered, oneLine(f.String()))
	}
	for _, a := range r.Assumed {
		fmt.Fprintf(buffered, "%s: assumed: %s\n", oneLine(a.Ref.String()), oneLine(a.Text))
	}
	if s := r.Statements; s != nil {
		fmt.Fprintf(buffered, "compared with the statements of reasons of %s on %s, from %s to %s\n", oneLine(s.Platform), count(s.Days, "day", "days"), s.From, s.To)
	}
	fmt.Fprintln(buffered, lintTotals(r))
	return buffered.Flush()
}

// lintTotals is the last line, so that silence is never read as approval.
func lintTotals(r *lint.Report) string {
	return fmt.Sprintf("%s, %s; %d of %d rules checked, in %s with %s for numbers",
		count(r.Summary.Errors, "error", "errors"), count(r.Summary.Warnings, "warning", "warnings"),
		r.Summary.Checked, r.Summary.Checked+r.Summary.NotChecked, count(r.Tables, "table", "tables"), count(r.Cells, "cell", "cells"))
}

// LintJSON writes a lint report as schemas/lint.schema.json describes it.
func LintJSON(w io.Writer, r *lint.Report) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(r)
}
