package transparency

import (
	"fmt"
	"path"
	"strings"
)

func (w *writer) identification() {
	id := w.r.Identification
	date := func(pointer string, d Day) {
		if d.known() {
			w.set(pointer, d.Text, d.Ref)
		}
	}
	// The report is judged on the day on which it was published.
	date("/assessment/date", id.Published)
	w.dateless()
	date("/assessment/period/from", id.From)
	date("/assessment/period/to", id.To)
	date("/service/name", id.Service)
	date("/service/provider", id.Provider)
	first := w.r.Sheets[0].At(0, 0)
	w.set("/transparency_reports/transparency_report_published", true, first)
	date("/transparency_reports/transparency_report_last_period_start", id.From)
	date("/transparency_reports/transparency_report_last_period_end", id.To)
	date("/transparency_reports/transparency_report_published_on", id.Published)
	if id.Previous.known() && (!id.Published.known() || id.Previous.Text < id.Published.Text) {
		date("/transparency_reports/transparency_report_previous_published_on", id.Previous)
	} else if id.Previous.known() {
		w.open("/transparency_reports/transparency_report_previous_published_on", "it is not before the publication of this report", id.Previous.Ref)
	}
	w.set("/transparency_reports/transparency_report_machine_readable", true, first)
	w.template(first)
	// A spreadsheet of another kind may have been made from one of the two.
	switch kind := kindOfFile(first); kind {
	case "csv", "xlsx":
		w.set("/transparency_reports/transparency_report_format", kind, first)
	default:
		w.open("/transparency_reports/transparency_report_format", "the template is offered as CSV and XLSX, and this is another spreadsheet", first)
	}
}

// dateless says that nothing tells on which day the facts are to be judged.
func (w *writer) dateless() {
	if w.r.Identification.Published.known() {
		return
	}
	why := "part 1 gives no day of publication that could be read"
	at := w.r.where(partIdentification)
	if !w.r.has(partIdentification) {
		why = "there is no part 1, which gives the day of publication"
		at = Ref{File: at.File}
	}
	w.notes = append(w.notes, Note{Ref: at, Text: why + "; no assessment.date follows from it (give one when they are judged)"})
}

func kindOfFile(at Ref) string {
	switch {
	case at.Sheet == "":
		return "csv"
	case strings.EqualFold(path.Ext(at.File), ".ods"):
		return "ods"
	}
	return "xlsx"
}

// template states whether the templates of Annex I are used: a table that lacks
// more than a third of their columns is something else. Of one that lacks fewer
// nothing is said.
func (w *writer) template(first Ref) {
	const pointer = "/transparency_reports/transparency_report_uses_annex_i_template"
	for _, s := range w.r.Sheets {
		switch expected := len(s.Columns); {
		case s.lacking*3 > expected:
			w.set(pointer, false, s.At(0, 0))
			return
		case s.lacking > 0:
			w.open(pointer, fmt.Sprintf("%d of %d columns of the template were not found", s.lacking, expected), s.At(s.header.Number, 0))
			return
		}
	}
	w.set(pointer, true, first)
}
