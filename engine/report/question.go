package report

import "slices"

// FactKind says what kind of answer a fact is.
type FactKind string

// The kinds of facts.
const (
	Flag   FactKind = "flag"   // yes or no
	Count  FactKind = "count"  // a whole number of things, in a unit
	Amount FactKind = "amount" // a measured number, in a unit
	Date   FactKind = "day"    // a calendar day, YYYY-MM-DD
	Word   FactKind = "word"   // one of a few words
	Text   FactKind = "text"   // any words
	List   FactKind = "list"   // several words, or several things with facts of their own
	Table  FactKind = "table"  // values by a key, such as counts by language
)

// Question is a fact that undetermined obligations wait for, as the facts schema
// describes it.
type Question struct {
	Pointer string `json:"pointer"` // JSON Pointer into the facts
	// Question asks for the fact in plain words; null where the schema has only a
	// description.
	Question    *string  `json:"question"`
	Description string   `json:"description"`
	Kind        FactKind `json:"kind"`
	Unit        *string  `json:"unit"` // null if the fact has none
	// Values are the words that a fact of kind word can be, or that one of kind list can
	// hold.
	Values []string `json:"values"`
	// Articles are the provisions that wait for the fact, in the order of the
	// Regulation, each once.
	Articles []string `json:"articles"`
	// Line and Column are where the fact would stand in the file, from 1: the null that
	// stands there, or else the innermost section that is given. Both are 0 where the
	// facts come from no file.
	Line   int `json:"line"`
	Column int `json:"column"`
}

// Question returns how the report asks for a fact; one with the pointer alone where it
// does not describe it.
func (r *Report) Question(pointer string) Question {
	if r == nil {
		return Question{Pointer: pointer}
	}
	if i := slices.IndexFunc(r.Questions, func(q Question) bool { return q.Pointer == pointer }); i >= 0 {
		return r.Questions[i]
	}
	return Question{Pointer: pointer}
}
