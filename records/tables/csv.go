package tables

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// csv reads one CSV file. RFC 4180 and UTF-8 are prescribed; what else is found
// is read where it can be read in one way only, and noted.
func (o *opener) csv(name string, content []byte) error {
	sheet := &Table{File: name}
	text, err := sheet.decode(content)
	if err != nil {
		return err
	}
	delimiter := delimiterOf(text)
	if delimiter != ',' {
		sheet.Note(0, 0, "delimiter", true, fmt.Sprintf("cells are separated by %q and not by commas", delimiter))
	}
	if err := sheet.parse(text, delimiter, false); err != nil {
		var bad *csv.ParseError
		if !errors.As(err, &bad) {
			return err
		}
		strict := bad
		sheet.Rows = nil
		if err := sheet.parse(text, delimiter, true); err != nil {
			return Fail(name, ErrCorrupt, fmt.Sprintf("line %d, column %d: %v", strict.Line, strict.Column, strict.Err), saveAsCSV)
		}
		sheet.Note(0, 0, "quotes", false, fmt.Sprintf("quotes are not those of RFC 4180 (line %d, column %d: %v); cells near them may be wrong", strict.Line, strict.Column, strict.Err))
	}
	o.add(sheet)
	return nil
}

const saveAsCSV = "save it as CSV again"

func (s *Table) parse(text []byte, delimiter rune, lazy bool) error {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = delimiter, -1, lazy
	embedded, cells := 0, 0
	for {
		record, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		// Spreadsheets count rows, not lines: cells may hold line breaks.
		line, _ := r.FieldPos(0)
		row := line - embedded
		for i, field := range record {
			embedded += strings.Count(field, "\n")
			if field == "" {
				continue
			}
			if cells++; cells > MaxCells || len(field) > MaxCell || i >= MaxColumns {
				return Fail(s.File, ErrTooLarge, fmt.Sprintf("row %d, column %d: more or longer cells than any report has", row, i+1), "")
			}
		}
		read := row1(row, trimmed(record))
		read.Line, read.Width = line, len(record)
		s.Rows = append(s.Rows, read)
	}
}

// trimmed returns fields without the blank ones at the end.
func trimmed(fields []string) []string {
	for len(fields) > 0 && fields[len(fields)-1] == "" {
		fields = fields[:len(fields)-1]
	}
	return fields
}

func row1(number int, fields []string) Row {
	row := Row{Number: number, Cells: make([]Cell, len(fields))}
	for i, field := range fields {
		row.Cells[i] = Cell{Text: field}
	}
	return row
}
