package render

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/records/lint"
)

// noProvision stands where a rule rests on arithmetic or on common sense.
const noProvision = "no provision of its own"

// subject names what a report is about.
func subject(r *lint.Report) string {
	return writing.Service(r.Service.Name, r.Service.Provider) + periodText(r.Period)
}

func periodText(p lint.Period) string {
	var text string
	if p.From != "" || p.To != "" {
		text += ", " + cmp.Or(p.From, "unknown") + " to " + cmp.Or(p.To, "unknown")
	}
	if p.Published != "" {
		text += ", published on " + p.Published
	}
	return text
}

func comparedText(s *lint.Statements) string {
	return fmt.Sprintf("compared with the statements of reasons of %s on %s, from %s to %s", s.Platform, writing.Count(s.Days, "day", "days"), s.From, s.To)
}

// totals is the last line, so that silence is never read as approval.
func totals(r *lint.Report) string {
	return fmt.Sprintf("%s, %s; %d of %d rules checked, in %s with %s for numbers",
		writing.Count(r.Summary.Errors, "error", "errors"), writing.Count(r.Summary.Warnings, "warning", "warnings"),
		r.Summary.Checked, r.Summary.Checked+r.Summary.NotChecked, writing.Count(r.Tables, "table", "tables"), writing.Count(r.Cells, "cell", "cells"))
}

func assumptionText(a lint.Assumption) string { return a.Ref.String() + ": " + a.Text }

// placeOf is a place within its file, such as [3_orders] G12, and "" for a
// file as a whole.
func placeOf(at lint.Ref) string {
	if at.Sheet == "" {
		return at.Cell()
	}
	return strings.TrimSuffix("["+at.Sheet+"] "+at.Cell(), " ")
}

// messageOf is a message that names its place, for formats whose places are
// lines, which workbooks do not have.
func messageOf(f lint.Finding) string {
	if place := placeOf(f.Ref); place != "" {
		return place + ": " + f.Text()
	}
	return f.Text()
}

// firstFile names the first file, for formats that want a file for what is about
// all of them.
func firstFile(r *lint.Report) string {
	if len(r.Files) == 0 {
		return ""
	}
	return r.Files[0].Name
}
