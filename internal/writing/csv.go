package writing

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CSV writes rows as RFC 4180 says. A cell that a spreadsheet would take for a
// formula begins with an apostrophe, and every cell is one line.
func CSV(w io.Writer, rows [][]string) error {
	var all []byte
	for _, row := range rows {
		all = AppendCSV(all, row...)
	}
	_, err := w.Write(all)
	return err
}

// AppendCSV appends one row as [CSV] writes it.
func AppendCSV(to []byte, row ...string) []byte {
	for i, cell := range row {
		if i > 0 {
			to = append(to, ',')
		}
		to = AppendCell(to, cell)
	}
	return append(to, '\r', '\n')
}

// What single bytes ask for. Tables are long and nearly all of their cells plain, so
// that each byte is looked at once.
const (
	csvQuoted  = 1 << iota // the cell stands in quotes
	csvUnclear             // the cell has to be looked at more closely
)

var csvBytes = func() (classes [256]byte) {
	for b := range classes {
		if b < ' ' || b > '~' || b == '#' {
			classes[b] = csvUnclear
		}
	}
	classes[','], classes['"'] = csvQuoted, csvQuoted
	return classes
}()

// AppendCell appends one cell of a row as [CSV] writes it.
func AppendCell(to []byte, s string) []byte {
	class := byte(0)
	for i := range len(s) {
		class |= csvBytes[s[i]]
	}
	if class&csvUnclear != 0 || s == "" || !plainBegin(s[0]) {
		s = csvCell(s)
		class |= csvQuoted // perhaps
	}
	if class&csvQuoted == 0 || !quoted(s) {
		return append(to, s...)
	}
	to = append(to, '"')
	for {
		before, after, more := strings.Cut(s, `"`)
		to = append(to, before...)
		if !more {
			return append(to, '"')
		}
		to, s = append(to, `""`...), after
	}
}

// plainBegin reports whether nothing is to be feared of a cell that begins so.
func plainBegin(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9'
}

// quoted reports whether a cell of one line stands in quotes. Spaces at the beginning
// and the end mark of old databases would get lost without.
func quoted(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsAny(s, ",\"") || unicode.IsSpace(first) || s == `\.`
}

// csvCell keeps a spreadsheet from computing what a cell says, and a runner from obeying
// it where the table is printed into a log. Spaces before
// the sign, and its full-width form, do not hide it from every program.
func csvCell(s string) string {
	s = OneLine(s)
	trimmed := strings.TrimLeft(s, " ")
	if first, _ := utf8.DecodeRuneInString(trimmed); trimmed != "" && strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	if trimmed != "" && Harmless(trimmed) != trimmed {
		return "'" + s
	}
	return s
}
