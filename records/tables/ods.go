package tables

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/dsaeval/dsaeval/internal/document"
)

// openDocument reads the sheets of an OpenDocument spreadsheet, ISO/IEC 26300,
// in which some providers publish. The kept libraries for Go write the format or
// read a part of it; a report needs texts, values, repetition and merged cells.
func (o *opener) openDocument(name string, content []byte) error {
	members, err := archive(name, content)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(members.File, func(f *zip.File) bool { return f.Name == "content.xml" })
	if i < 0 {
		return Fail(name, ErrCorrupt, "the spreadsheet has no content.xml", saveAgain)
	}
	content, err = unpack(members.File[i])
	if err != nil {
		return Fail(name, ErrCorrupt, fmt.Sprintf("%q cannot be unpacked: %v", "content.xml", err), "download it again")
	}
	r := &odsReader{opener: o, file: name, tokens: xml.NewDecoder(bytes.NewReader(content)), hidden: map[string]bool{}}
	if err := r.read(); err != nil {
		if errors.As(err, new(document.Problem)) || errors.Is(err, context.Canceled) {
			return err
		}
		return Fail(name, ErrCorrupt, fmt.Sprintf("the spreadsheet cannot be read: %v", err), saveAgain)
	}
	return nil
}

// Name spaces of OpenDocument, version 1.0 and later.
const (
	odsOffice = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
	odsTable  = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
	odsText   = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
	odsStyle  = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
)

// odsReader walks over content.xml once.
type odsReader struct {
	*opener
	file   string
	tokens *xml.Decoder
	hidden map[string]bool // styles of hidden tables

	sheet *Table
	row   int
	cells int
	// spans are the cells that reach into the rows below, by column.
	spans map[int]*odsSpan
	// columns are how many were described, unseen those that are hidden.
	columns int
	unseen  []int
}

type odsSpan struct {
	cell Cell
	rows int // that are left
}

func (r *odsReader) read() error {
	style := ""
	for {
		token, err := r.tokens.Token()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name {
		case xml.Name{Space: odsStyle, Local: "style"}:
			style = attribute(start, odsStyle, "name")
		case xml.Name{Space: odsStyle, Local: "table-properties"}:
			r.hidden[style] = attribute(start, odsTable, "display") == "false"
		case xml.Name{Space: odsTable, Local: "table"}:
			if err := r.table(start); err != nil {
				return err
			}
		}
	}
}

func attribute(start xml.StartElement, space, local string) string {
	for _, a := range start.Attr {
		if a.Name.Space == space && a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

// times returns how often something is repeated or how far it reaches.
func times(start xml.StartElement, local string) int {
	if n, err := strconv.Atoi(attribute(start, odsTable, local)); err == nil && n > 1 {
		return n
	}
	return 1
}

func (r *odsReader) table(start xml.StartElement) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	r.sheet = &Table{File: r.file, Name: attribute(start, odsTable, "name")}
	r.row, r.cells, r.spans, r.columns, r.unseen = 0, 0, map[int]*odsSpan{}, 0, nil
	if r.hidden[attribute(start, odsTable, "style-name")] {
		r.ignored(r.sheet.At(0, 0), "the sheet is hidden")
		return r.tokens.Skip()
	}
	err := r.children("table", func(child xml.StartElement) error {
		switch {
		case child.Name == xml.Name{Space: odsTable, Local: "table-row"}:
			return r.tableRow(child)
		case child.Name == xml.Name{Space: odsTable, Local: "table-column"}:
			r.column(child)
		case child.Name.Space == odsTable && slices.Contains([]string{
			"table-rows", "table-row-group", "table-header-rows", "table-columns", "table-column-group", "table-header-columns",
		}, child.Name.Local):
			return nil // their rows and columns follow
		}
		return r.tokens.Skip()
	})
	if err != nil {
		return err
	}
	for _, c := range r.unseen {
		if r.sheet.filled(c) {
			r.sheet.Note(0, c+1, "hidden", false, hiddenColumn)
		}
	}
	r.add(r.sheet)
	return nil
}

// column remembers which columns nobody sees.
func (r *odsReader) column(start xml.StartElement) {
	for range min(times(start, "number-columns-repeated"), MaxColumns-r.columns) {
		if unseen(start) {
			r.unseen = append(r.unseen, r.columns)
		}
		r.columns++
	}
}

// unseen reports whether a row or a column is hidden, or filtered out.
func unseen(start xml.StartElement) bool {
	return slices.Contains([]string{"collapse", "filter"}, attribute(start, odsTable, "visibility"))
}

// children calls a function for each element until the end of the one with a
// name; what it does not consume is walked through.
func (r *odsReader) children(end string, each func(xml.StartElement) error) error {
	for {
		token, err := r.tokens.Token()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := each(token); err != nil {
				return err
			}
		case xml.EndElement:
			if token.Name.Local == end {
				return nil
			}
		}
	}
}

func (r *odsReader) tableRow(start xml.StartElement) error {
	var cells []Cell
	err := r.children("table-row", func(child xml.StartElement) error {
		if child.Name.Space != odsTable || child.Name.Local != "table-cell" && child.Name.Local != "covered-table-cell" {
			return r.tokens.Skip()
		}
		repeated := times(child, "number-columns-repeated")
		cell, err := r.cell(child)
		if err != nil {
			return err
		}
		if reach := times(child, "number-rows-spanned"); reach > 1 && cell.Text != "" {
			cell.Merged = true
			r.spans[len(cells)] = &odsSpan{cell, reach - 1}
		}
		// Sheets end in thousands of blanks; only what follows makes them matter.
		if cell.Text != "" && len(cells)+repeated > MaxColumns {
			return Fail(r.sheet.At(r.row+1, len(cells)+1).String(), ErrTooLarge, fmt.Sprintf("more than %d columns, which no report has", MaxColumns), "")
		}
		for range min(repeated, MaxColumns-len(cells)) {
			if span := r.spans[len(cells)]; child.Name.Local == "covered-table-cell" && span != nil && span.rows > 0 {
				span.rows--
				cells = append(cells, span.cell)
				continue
			}
			cells = append(cells, cell)
		}
		return nil
	})
	if err != nil {
		return err
	}
	before := len(r.sheet.Rows)
	if err := r.rows(cells, times(start, "number-rows-repeated")); err != nil {
		return err
	}
	for _, row := range r.sheet.Rows[before:] {
		if unseen(start) && !row.Blank() {
			r.sheet.Note(row.Number, 0, "hidden", false, hiddenRow)
		}
	}
	return nil
}

// rows adds a row as often as it is repeated.
func (r *odsReader) rows(cells []Cell, repeated int) error {
	for len(cells) > 0 && cells[len(cells)-1].Text == "" {
		cells = cells[:len(cells)-1]
	}
	if len(cells) == 0 {
		r.row += repeated
		return nil
	}
	for range repeated {
		r.row++
		if r.cells += len(cells); r.cells > MaxCells {
			return Fail(r.sheet.At(r.row, 0).String(), ErrTooLarge, "more cells than any report has", "")
		}
		r.sheet.Rows = append(r.sheet.Rows, Row{Number: r.row, Cells: slices.Clone(cells)})
	}
	return nil
}
