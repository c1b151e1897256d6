package writing

import (
	"encoding/csv"
	"io"
	"strings"
)

// CSV writes rows as RFC 4180 says. A cell that a spreadsheet would take for a
// formula begins with an apostrophe, and every cell is one line.
func CSV(w io.Writer, rows [][]string) error {
	writer := csv.NewWriter(w)
	writer.UseCRLF = true
	for _, row := range rows {
		cells := make([]string, len(row))
		for i := range row {
			cells[i] = csvCell(row[i])
		}
		if err := writer.Write(cells); err != nil {
			return err
		}
	}
	writer.Flush()
	return writer.Error()
}

// csvCell keeps a spreadsheet from computing what a cell says, and a runner from obeying
// it where the table is printed into a log. Spaces before
// the sign, and its full-width form, do not hide it from every program.
func csvCell(s string) string {
	s = OneLine(s)
	trimmed := strings.TrimLeft(s, " ")
	if trimmed != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(trimmed)[0]) {
		return "'" + s
	}
	if trimmed != "" && Harmless(trimmed) != trimmed {
		return "'" + s
	}
	return s
}
