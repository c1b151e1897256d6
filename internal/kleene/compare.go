package kleene

import (
	"cmp"
	"strings"
)

// Compare orders values as Rego does: by kind, then by content. Anything unknown
// counts as equal to anything else unknown; see equal for what it may be.
func Compare(a, b Value) int {
	if a.kind != b.kind {
		return cmp.Compare(a.kind, b.kind)
	}
	switch a.kind {
	case Bool:
		switch {
		case a.flag == b.flag:
			return 0
		case b.flag:
			return -1
		}
		return 1
	case Number:
		return compareNumbers(a, b)
	case String:
		return strings.Compare(a.text, b.text)
	case List, Set:
		return compareItems(a.more.items, b.more.items)
	case Object:
		return cmp.Or(compareItems(a.more.keys, b.more.keys), compareItems(a.more.items, b.more.items))
	}
	return 0
}

func compareItems(a, b []Value) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if c := Compare(a[i], b[i]); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(a), len(b))
}

// equal answers whether two values are the same. Where one is undefined they are
// not.
func equal(a, b Value) Answer {
	switch {
	case a.kind == Undefined || b.kind == Undefined:
		return No
	case a.kind != Unknown && b.kind != Unknown:
		return equalParts(a, b)
	case !mayBe(a, b) || !mayBe(b, a):
		return No
	}
	lowA, highA := a.between()
	lowB, highB := b.between()
	switch {
	case isBelow(highA, lowB, false) || isBelow(highB, lowA, false):
		return No
	case isBelow(highA, lowB, true) && isBelow(highB, lowA, true) && !a.doubtful() && !b.doubtful():
		return Yes // both are the only value between their bounds
	}
	return Open
}

// mayBe reports whether an unknown value may turn out to be the other by the
// values that its schema lists.
func mayBe(a, b Value) bool {
	if a.kind != Unknown || b.kind == Unknown || a.shape() == nil || len(a.shape().Domain) == 0 {
		return true
	}
	for _, value := range a.shape().Domain {
		if Compare(value, b) == 0 {
			return true
		}
	}
	return false
}

// equalParts compares two values that are known but for what is in them.
func equalParts(a, b Value) Answer {
	switch {
	case a.kind != b.kind:
		return No
	case !a.partial() && !b.partial():
		return answerOf(Compare(a, b) == 0)
	case a.kind != List || a.further() != 0 || b.further() != 0:
		return Open
	case a.Len() != b.Len():
		return No
	}
	result := Yes
	for i := range a.Len() {
		result = result.And(equal(a.Item(i), b.Item(i)))
	}
	return result
}

// below answers whether a is less than b or, if that will do, equal to it.
func below(a, b Value, orEqual bool) Answer {
	if a.kind == Undefined || b.kind == Undefined {
		return No
	}
	if !a.partial() && !b.partial() {
		c := Compare(a, b)
		return answerOf(c < 0 || orEqual && c == 0)
	}
	if a.kind != Unknown && a.partial() || b.kind != Unknown && b.partial() {
		return Open
	}
	lowA, highA := a.between()
	lowB, highB := b.between()
	switch {
	case isBelow(highB, lowA, !orEqual):
		return No
	case !isBelow(highA, lowB, orEqual):
		return Open
	case a.doubtful() || b.doubtful():
		return Open // not even a yes is certain of what may not be there
	}
	return Yes
}

// doubtful reports whether the value may turn out to be undefined.
func (v Value) doubtful() bool { return v.kind == Unknown && v.flag }

// between returns the bounds of a value: itself, if it is known.
func (v Value) between() (low, high Value) {
	switch {
	case v.kind != Unknown:
		return v, v
	case v.more == nil:
		return Nothing, Nothing
	}
	return v.more.low, v.more.high
}

// isBelow compares two bounds; one that is missing decides nothing.
func isBelow(a, b Value, orEqual bool) bool {
	if a.kind == Undefined || b.kind == Undefined {
		return false
	}
	c := Compare(a, b)
	return c < 0 || orEqual && c == 0
}

// member answers whether a value is an element of a list or a set, or a value of
// an object.
func member(element, in Value) Answer {
	if element.kind == Undefined {
		return No
	}
	switch in.kind {
	case List, Set, Object:
	case Unknown:
		return Open
	default:
		return No
	}
	result := No
	for i := range in.Len() {
		if result = result.Or(equal(element, in.Item(i))); result == Yes {
			return Yes
		}
	}
	if in.further() != 0 || in.kind == Object && in.partial() {
		result = result.Or(Open)
	}
	return result
}
