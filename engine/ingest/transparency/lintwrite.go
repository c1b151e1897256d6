package transparency

import (
	"encoding/json"
	"fmt"
	"io"
)

// WriteText writes findings one a line, the assumptions, and the totals.
func (r *Report) WriteText(w io.Writer, findings []Finding) error {
	for _, f := range findings {
		if _, err := fmt.Fprintln(w, f); err != nil {
			return err
		}
	}
	for _, n := range r.Notes {
		// What a rule speaks of has been said.
		if n.Decision && n.rule == "" {
			if _, err := fmt.Fprintln(w, n); err != nil {
				return err
			}
		}
	}
	_, err := fmt.Fprintf(w, "%d errors, %d warnings in %d parts with %d cells for numbers\n",
		countOf(findings, Error), countOf(findings, Warning), len(r.Sheets), len(r.Entries))
	return err
}

// WriteJSON writes findings and assumptions for programs.
func (r *Report) WriteJSON(w io.Writer, findings []Finding) error {
	if findings == nil {
		findings = []Finding{}
	}
	assumed := []Note{}
	for _, n := range r.Notes {
		if n.Decision {
			assumed = append(assumed, n)
		}
	}
	id := r.Identification
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(struct {
		Version  int               `json:"schema_version"`
		Service  map[string]string `json:"service"`
		Period   map[string]string `json:"period"`
		Files    []File            `json:"files"`
		Summary  map[string]int    `json:"summary"`
		Findings []Finding         `json:"findings"`
		Assumed  []Note            `json:"assumed"`
	}{
		1,
		map[string]string{"name": id.Service.Text, "provider": id.Provider.Text},
		map[string]string{"from": id.From.Text, "to": id.To.Text, "published": id.Published.Text},
		r.Files,
		map[string]int{"error": countOf(findings, Error), "warning": countOf(findings, Warning)},
		findings, assumed,
	})
}
