package lint

import "strconv"

// Ref is the place of a cell. Rows and columns start at 1, as a spreadsheet
// counts them; both are 0 for a sheet or a file as a whole.
type Ref struct {
	File string `json:"file"`
	// Sheet is empty in CSV files.
	Sheet  string `json:"sheet,omitempty"`
	Row    int    `json:"row,omitempty"`
	Column int    `json:"column,omitempty"`
}

// Cell returns the place as spreadsheets write it, such as G12, a column alone
// as G and a row alone as 12.
func (r Ref) Cell() string {
	name := ""
	for n := r.Column; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	if r.Row > 0 {
		name += strconv.Itoa(r.Row)
	}
	return name
}

// String returns file, sheet and cell.
func (r Ref) String() string {
	s := r.File
	if r.Sheet != "" {
		s += " [" + r.Sheet + "]"
	}
	if cell := r.Cell(); cell != "" {
		s += ":" + cell
	}
	return s
}

// File is a file that was read.
type File struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}
