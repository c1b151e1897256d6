package report

import "strconv"

// Unusable is one thing that is wrong with a document of facts, so that it could not
// be judged and there is no report about it.
type Unusable struct {
	File string `json:"file"`
	// Line and Column begin with 1; both are 0 of a file as a whole.
	Line   int `json:"line"`
	Column int `json:"column"`
	// Pointer is the JSON Pointer of the value; empty of the document as a whole.
	Pointer string `json:"pointer"`
	Message string `json:"message"`
	Hint    string `json:"hint"` // what to try; empty where nothing is known
}

// Place is file:line:column, or the file alone.
func (u Unusable) Place() string {
	if u.Line == 0 {
		return u.File
	}
	return u.File + ":" + strconv.Itoa(u.Line) + ":" + strconv.Itoa(u.Column)
}
