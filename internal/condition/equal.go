package condition

import (
	"encoding/json"
	"reflect"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// equal reports whether two conditions are written alike. All parts of a condition are
// compared with all others, so that what tells them apart at once comes first.
func equal(a, b report.Condition) bool {
	return a.Op == b.Op && a.Fact == b.Fact && a.Unit == b.Unit && equalValues(a.Value, b.Value) &&
		slices.EqualFunc(a.Terms, b.Terms, equalTerms) && slices.EqualFunc(a.Of, b.Of, equal)
}

func equalTerms(a, b report.Term) bool {
	return a.Fact == b.Fact && a.Function == b.Function && a.Unit == b.Unit && equalValues(a.Value, b.Value) &&
		slices.EqualFunc(a.Of, b.Of, equalTerms)
}

func equalValues(a, b any) bool {
	switch a := a.(type) {
	case nil:
		return b == nil
	case bool:
		other, ok := b.(bool)
		return ok && a == other
	case string:
		other, ok := b.(string)
		return ok && a == other
	case json.Number:
		other, ok := b.(json.Number)
		return ok && a == other
	}
	return reflect.DeepEqual(a, b) // lists of words
}
