package sordump

import "strings"

// appendCell writes a cell as PHP's fputcsv does with its default escape
// character: quoted if it holds a comma, a quote, a backslash or white space,
// quotes doubled except after a backslash.
func appendCell(b []byte, cell string) []byte {
	if !strings.ContainsAny(cell, ",\"\\\n\r\t ") {
		return append(b, cell...)
	}
	b = append(b, '"')
	escaped := false
	for i := range len(cell) {
		switch c := cell[i]; {
		case c == '\\':
			escaped = true
		case c == '"' && !escaped:
			b = append(b, '"')
		default:
			escaped = false
		}
		b = append(b, cell[i])
	}
	return append(b, '"')
}

// Row writes one line of CSV without its end.
func Row(cells []string) string {
	var b []byte
	for i, cell := range cells {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendCell(b, cell)
	}
	return string(b)
}
