package transparency

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/records/lint"
	"github.com/dsaeval/dsaeval/records/tables"
)

// File is one file that the report was read from.
type File = lint.File

// Open reads a report: folders, ZIP archives, workbooks and CSV files, which
// together are one report on one service.
func Open(ctx context.Context, paths ...string) (*Report, error) {
	record, err := tables.Read(ctx, paths...)
	if err != nil {
		return nil, err
	}
	o := opener{notes: record.Notes, unread: map[int]bool{}}
	for _, n := range record.Notes {
		o.leftOut(n)
	}
	for _, t := range record.Tables {
		if err := o.add(t); err != nil {
			return nil, err
		}
	}
	if len(o.sheets) == 0 {
		return nil, o.nothing(strings.Join(paths, ", "))
	}
	if err := o.ambiguous(); err != nil {
		return nil, err
	}
	for _, f := range record.Files {
		if slices.ContainsFunc(o.sheets, func(s *Sheet) bool { return s.File == f.Name }) {
			o.files = append(o.files, f)
		}
	}
	return read(o), nil
}

// leftOut remembers which part a file or sheet that was not read may be. What was
// left out because it is there once more is missed by nobody.
func (o *opener) leftOut(n Note) {
	title := cmp.Or(n.Ref.Sheet, n.Ref.File)
	part, _, _ := partOf(title)
	if !n.Copy && (part > 0 || strings.EqualFold(path.Ext(title), ".zip")) {
		o.unread[part] = true
	}
}

// nothing says why no part was found, with what was left out.
func (o *opener) nothing(name string) error {
	what := ErrNoReport.Error() + " was found"
	for i, n := range o.notes {
		if i == 5 {
			what += fmt.Sprintf("\n  and %d more", len(o.notes)-i)
			break
		}
		what += "\n  " + n.Ref.String() + ": " + n.Text
	}
	return tables.Fail(name, ErrNoReport, what, "give a folder, ZIP or workbook whose files or sheets are called 1_report_identification to 11_qualitative")
}

// opener finds the parts of a report among tables.
type opener struct {
	sheets []*Sheet
	files  []File
	notes  []Note
	// unread are the parts that may be in what was left out, 0 for any of them.
	unread map[int]bool
}

// whole are the parts that nobody splits: they are about the service as such.
var whole = []int{partIdentification, partPeople, partRecipients, partWords}

// ambiguous refuses what would be counted twice: one part in two versions or in
// two formats, or of two services. Parts that were split by surface differ in
// more than that; they add up.
func (o *opener) ambiguous() error {
	o.strengthen()
	byPart := map[int][]*Sheet{}
	for _, s := range o.sheets {
		// Part 2 only explains the categories and is not read.
		if s.Part == partCategories {
			continue
		}
		for _, first := range byPart[s.Part] {
			if err := s.beside(first); err != nil {
				return err
			}
		}
		byPart[s.Part] = append(byPart[s.Part], s)
	}
	for part, sheets := range byPart {
		if len(sheets) > 1 {
			var surfaces []string
			for _, s := range sheets {
				surfaces = append(surfaces, fmt.Sprintf("%q", s.Surface))
			}
			sheets[0].Note(0, 0, "", true, fmt.Sprintf("part %d is split into %d tables, which add up: %s", part, len(sheets), strings.Join(surfaces, ", ")))
		}
	}
	return nil
}

// strengthen leaves out what a number in its name alone makes a part that is
// there by its name or its columns: "1. Cover" and "5 star listings".
func (o *opener) strengthen() {
	strong := map[int]bool{}
	for _, s := range o.sheets {
		strong[s.Part] = strong[s.Part] || !s.weak
	}
	o.sheets = slices.DeleteFunc(o.sheets, func(s *Sheet) bool {
		if !s.weak || !strong[s.Part] {
			return false
		}
		o.notes = append(o.notes, Note{Ref: s.At(0, 0), Text: fmt.Sprintf("not read: only a number in its name tells part %d, which is there otherwise", s.Part)})
		return true
	})
}

// beside returns an error if two tables of a part cannot be pieces of one.
func (s *Sheet) beside(first *Sheet) error {
	refuse := func(what, try string) error {
		return tables.Fail(s.At(s.first, 0).String(), ErrAmbiguous, fmt.Sprintf(what, s.Part, first.At(first.first, 0)), try)
	}
	a, b := s.service(), first.service()
	switch {
	case (s.Name == "") != (first.Name == ""):
		return refuse("part %d of the report is given as CSV and in a workbook, %s", "give one of the two")
	case a != "" && b != "" && !sameService(a, b):
		return refuse(fmt.Sprintf("part %%d is about %q here and about %q in %%s", s.service(), first.service()), "one report, on one service, at a time")
	case s.Surface == first.Surface || slices.Contains(whole, s.Part):
		return refuse("part %d of the report is given twice; first by %s", "keep the version that is meant; parts that add up need names that tell them apart, such as _Ads and _Core")
	}
	return nil
}

// service returns what the first row of a table says it is about.
func (s *Sheet) service() string {
	for _, row := range s.Rows {
		if name := row.Text(s.column(1)); name != "" {
			return name
		}
	}
	return ""
}
