package report

// Op says how a condition is read.
type Op string

// The operations. All, Any and Not join conditions; ForSome and ForEvery say
// something about the elements of a list; the others compare two terms.
const (
	All      Op = "all"       // each of Of
	Any      Op = "any"       // at least one of Of
	Not      Op = "not"       // Of[0] is not so
	ForSome  Op = "for_some"  // at least one element of Fact is as Of[0] says
	ForEvery Op = "for_every" // each element of Fact is as Of[0] says

	Holds  Op = "holds"  // the fact is true
	Given  Op = "given"  // there is such a fact at all
	Equal  Op = "is"     // both are the same
	Differ Op = "is_not" // both are there and not the same
	Above  Op = "above"
	Below  Op = "below"

	AtLeast    Op = "at_least"
	AtMost     Op = "at_most"
	Among      Op = "among"       // the first is an element of the second
	BeginsWith Op = "begins_with" // the first text begins with the second
	EndsWith   Op = "ends_with"
	Contains   Op = "contains" // the second text stands in the first
)

// Condition is what is left open of a question when facts are missing: a tree of
// comparisons between facts and constants. Nothing in it is known already.
type Condition struct {
	Op Op `json:"op"`
	// Of are the parts of a condition that joins others.
	Of []Condition `json:"of,omitempty"`
	// Fact is the JSON Pointer of the fact that is compared or whose elements are
	// meant. Where an element of a list is meant whose index is not known, "-"
	// stands for it.
	Fact string `json:"fact,omitempty"`
	// Value is the constant that Fact is compared with.
	Value any `json:"value,omitempty"`
	// Unit is that of Value, as the schema gives it: "notices", "days". Empty if none.
	Unit string `json:"unit,omitempty"`
	// Terms are the two sides of a comparison that is not one of a fact with a
	// constant; Fact and Value are then empty.
	Terms []Term `json:"terms,omitempty"`
}

// Term is one side of a comparison: a fact, a constant, or something counted
// from others.
type Term struct {
	Fact     string   `json:"fact,omitempty"`  // JSON Pointer, as of a condition
	Value    any      `json:"value,omitempty"` // constant
	Unit     string   `json:"unit,omitempty"`  // of Value
	Function Function `json:"function,omitempty"`
	Of       []Term   `json:"of,omitempty"` // what the function is applied to
}

// Function says how a term is counted from others.
type Function string

// The functions. A day is YYYY-MM-DD.
const (
	Sum         Function = "sum"          // of all
	Difference  Function = "difference"   // of the first less the second
	Product     Function = "product"      // of all
	Quotient    Function = "quotient"     // of the first by the second
	Number      Function = "number"       // of the elements of a list
	Highest     Function = "highest"      // of all
	Lowest      Function = "lowest"       // of all
	MonthsAfter Function = "months_after" // the day so many months (second) after the first
	DaysAfter   Function = "days_after"   // the day so many days (second) after the first
	PeriodEnd   Function = "period_end"   // of a period from the first, of so many (second) units (third), in a State (fourth)
	WorkingDay  Function = "working_day"  // on or after the first, in a State (second)
	CycleEnd    Function = "cycle_end"    // so many months (second) after the end of the yearly cycle from the first that holds the third
	// Reckoned is anything else that a policy reckons; its terms say from what.
	Reckoned Function = "reckoned"
)
