package tables

import (
	"archive/zip"
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/dsaeval/dsaeval/records/lint"
)

const saveAgain = "open it in a spreadsheet and save it again"

// workbook reads the sheets of a workbook that are parts of a report. Values are
// read as stored, since what is shown depends on the settings of a reader.
func (o *opener) workbook(name string, content []byte) (err error) {
	members, err := archive(name, content)
	if err != nil {
		return err
	}
	wide, err := intact(name, members)
	if err != nil {
		return err
	}
	// The library is trusted with the format, not with hostile files.
	defer func() {
		if p := recover(); p != nil {
			err = Fail(name, ErrCorrupt, fmt.Sprintf("the workbook cannot be read: %v", p), saveAgain)
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: MaxTotal, UnzipXMLSizeLimit: MaxFile,
	})
	if err != nil {
		return Fail(name, ErrCorrupt, fmt.Sprintf("the workbook cannot be read: %v", err), saveAgain)
	}
	defer book.Close()
	reader := newBookReader(book)
	reader.wide = wide
	for _, title := range book.GetSheetList() {
		if err := o.ctx.Err(); err != nil {
			return err
		}
		sheet := &Table{File: name, Name: title}
		if visible, err := book.GetSheetVisible(title); err == nil && !visible {
			o.ignored(sheet.At(0, 0), "the sheet is hidden")
			continue
		}
		if err := reader.fill(sheet); err != nil {
			return err
		}
		o.add(sheet)
	}
	return nil
}

// intact unpacks every member once: the library takes what it can get of a
// member whose checksum is wrong. It reports whether a sheet reaches so far that
// asking for more than texts would be dear: for that, the library makes a cell of
// every blank.
func intact(name string, members *zip.Reader) (wide bool, err error) {
	for _, member := range members.File {
		content, err := unpack(member)
		if err != nil {
			return false, Fail(name, ErrCorrupt, fmt.Sprintf("%q cannot be unpacked: %v", visible(member.Name), err), "download it again")
		}
		wide = wide || strings.HasPrefix(member.Name, "xl/worksheets/") && (extent(content) > MaxCells || bytes.Count(content, []byte("<mergeCell ")) > maxMerges)
	}
	return wide, nil
}

// maxMerges is how many merged cells a sheet may have: the time to find them grows
// with their square.
const maxMerges = 5000

var cellName = regexp.MustCompile(`\br="([A-Z]{1,3})([0-9]{1,7})"`)

// extent returns how many cells a sheet has from the first to the farthest one,
// blanks included.
func extent(sheet []byte) int {
	column, row := 0, 0
	for _, m := range cellName.FindAllSubmatch(sheet, -1) {
		n := 0
		for _, letter := range m[1] {
			n = n*26 + int(letter-'A') + 1
		}
		number, _ := strconv.Atoi(string(m[2]))
		column, row = max(column, n), max(row, number)
	}
	return column * row
}

// bookReader reads cells of a workbook with what their formats say.
type bookReader struct {
	book   *excelize.File
	from   int                // the year from which days are counted
	shapes map[int]cellFormat // by style
	wide   bool
}

func newBookReader(book *excelize.File) *bookReader {
	r := &bookReader{book: book, from: 1900, shapes: map[int]cellFormat{}}
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil && *props.Date1904 {
		r.from = 1904
	}
	return r
}

func (r *bookReader) fill(s *Table) error {
	rows, err := r.book.Rows(s.Name)
	if err != nil {
		return Fail(s.At(0, 0).String(), ErrCorrupt, err.Error(), saveAgain)
	}
	defer rows.Close()
	s.Epoch = r.from
	cells, width := 0, 0
	for number := 1; rows.Next(); number++ {
		columns, err := rows.Columns()
		if err != nil {
			return Fail(s.At(number, 0).String(), ErrCorrupt, err.Error(), saveAgain)
		}
		columns = trimmed(columns)
		if len(columns) == 0 {
			continue
		}
		width = max(width, len(columns))
		if len(columns) > MaxColumns {
			return Fail(s.At(number, len(columns)).String(), ErrTooLarge, fmt.Sprintf("more than %d columns, which no report has", MaxColumns), "")
		}
		for i, text := range columns {
			if text == "" {
				continue
			}
			if cells++; cells > MaxCells || len(text) > MaxCell {
				return Fail(s.At(number, i+1).String(), ErrTooLarge, "more or longer cells than any report has", "")
			}
		}
		s.Rows = append(s.Rows, row1(number, columns))
	}
	if err := rows.Error(); err != nil {
		return Fail(s.At(0, 0).String(), ErrCorrupt, err.Error(), saveAgain)
	}
	if r.wide {
		s.Note(0, 0, "", true, "the sheet is too wide, or has too many merged cells, for formats to be read; numbers were read as texts")
		return nil
	}
	r.formats(s, width)
	r.hidden(s, width)
	return r.merged(s)
}

// formats gives cells the meaning that their formats have: stored numbers,
// truth values, days, times, and formulas without a value.
func (r *bookReader) formats(s *Table, width int) {
	for i := range s.Rows {
		row := &s.Rows[i]
		for c := range width {
			if c == len(row.Cells) {
				row.Cells = append(row.Cells, Cell{})
			}
			cell := &row.Cells[c]
			place := s.At(row.Number, c+1)
			if cell.Text == "" {
				if formula, err := r.book.GetCellFormula(s.Name, place.Cell()); err == nil && formula != "" {
					s.Note(row.Number, c+1, "formula", false, fmt.Sprintf("the formula %.60q has no stored value; the cell is left unknown", formula))
					cell.Text = "=" + formula
				}
				continue
			}
			if strings.Trim(cell.Text, "0123456789.-+Ee") != "" {
				continue
			}
			kind, err := r.book.GetCellType(s.Name, place.Cell())
			switch {
			case err != nil:
			case kind == excelize.CellTypeBool:
				cell.Text = map[string]string{"1": "TRUE", "0": "FALSE"}[cell.Text]
			case kind == excelize.CellTypeNumber || kind == excelize.CellTypeUnset:
				r.number(s, place, cell)
			}
		}
	}
}

// number reads a stored number. It has a decimal point whatever the language; a
// text that looks like one is as ambiguous as in CSV.
func (r *bookReader) number(s *Table, place lint.Ref, cell *Cell) {
	cell.Stored = true
	cell.Text = withoutNoise(cell.Text)
	style, err := r.book.GetCellStyle(s.Name, place.Cell())
	if err != nil {
		return
	}
	shape, known := r.shapes[style]
	if !known {
		shape = r.shapeOf(style)
		r.shapes[style] = shape
	}
	if text, ok := shape.show(cell.Text, r.from); ok {
		cell.Text, cell.Stored = text, false
	}
	cell.Text = shape.before + cell.Text + shape.after
}

func (r *bookReader) shapeOf(style int) cellFormat {
	format, err := r.book.GetStyle(style)
	if err != nil || format == nil {
		return cellFormat{}
	}
	custom := ""
	if format.CustomNumFmt != nil {
		custom = *format.CustomNumFmt
	}
	shown := cellFormat{numberShape: shapeOfFormat(format.NumFmt, custom)}
	if shown.numberShape == plainNumber {
		shown.before, shown.after = wordsOfFormat(custom)
	}
	return shown
}
