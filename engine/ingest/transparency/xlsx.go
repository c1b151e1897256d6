package transparency

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// workbook reads the sheets of a workbook that are parts of a report. Values are
// read as stored, since what is shown depends on the settings of a reader.
func (o *opener) workbook(name string, content []byte) (err error) {
	if _, err := archive(name, content); err != nil {
		return err
	}
	// The library is trusted with the format, not with hostile files.
	defer func() {
		if p := recover(); p != nil {
			err = fileError(name, ErrCorrupt, fmt.Sprintf("the workbook cannot be read: %v", p), "open it in a spreadsheet and save it again")
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: MaxTotal, UnzipXMLSizeLimit: MaxFile,
	})
	if err != nil {
		return fileError(name, ErrCorrupt, fmt.Sprintf("the workbook cannot be read: %v", err), "open it in a spreadsheet and save it again")
	}
	defer book.Close()
	for _, title := range book.GetSheetList() {
		if err := o.ctx.Err(); err != nil {
			return err
		}
		sheet := &Sheet{File: name, Name: title}
		if err := sheet.fill(book); err != nil {
			return err
		}
		if err := o.add(sheet); err != nil {
			return err
		}
	}
	return nil
}

func (s *Sheet) fill(book *excelize.File) error {
	rows, err := book.Rows(s.Name)
	if err != nil {
		return fileError(s.at(0, 0).String(), ErrCorrupt, err.Error(), "open it in a spreadsheet and save it again")
	}
	defer rows.Close()
	cells := 0
	for number := 1; rows.Next(); number++ {
		columns, err := rows.Columns()
		if err != nil {
			return fileError(s.at(number, 0).String(), ErrCorrupt, err.Error(), "open it in a spreadsheet and save it again")
		}
		if len(columns) == 0 {
			continue
		}
		row := row1(number, columns)
		for i, text := range columns {
			if text == "" {
				continue
			}
			if cells++; cells > MaxCells || len(text) > MaxCell {
				return fileError(s.at(number, i+1).String(), ErrTooLarge, "more or longer cells than any report has", "")
			}
			// A stored number has a decimal point whatever the language; a text
			// that looks like one is as ambiguous as in CSV.
			if strings.ContainsAny(text, ".,Ee") && strings.Trim(text, "0123456789.-+Ee") == "" {
				kind, err := book.GetCellType(s.Name, s.at(number, i+1).Cell())
				row.Cells[i].Stored = err == nil && (kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset)
			}
		}
		s.rows = append(s.rows, row)
	}
	return rows.Error()
}
