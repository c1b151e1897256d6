package kleene

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
)

// Kind says what a value is.
type Kind uint8

// The kinds of values. Those from Null on are in the order in which Rego sorts
// values of different kinds.
const (
	Undefined Kind = iota // there is no such thing
	Unknown               // nobody said
	Null
	Bool
	Number
	String
	List
	Object
	Set
)

// Value is what a term stands for. Values are immutable; the zero value is
// undefined.
type Value struct {
	kind  Kind
	flag  bool   // of a Bool: what it is; of an Unknown: it may turn out to be undefined
	whole int64  // of a Number that has no more
	text  string // of a String
	more  *more
}

// more is what few values need.
type more struct {
	exact *big.Rat // of a Number that is no int64
	// items are the elements of a List in their order, those of a Set sorted, and
	// the members of an Object, whose keys are sorted.
	items, keys []Value
	// partial is set where something in a List, an Object or a Set is unknown.
	partial bool
	// further is how many elements there may be beside those in items; negative
	// where there is no bound.
	further int
	shape   *Shape // of an Object with fixed members, and of an Unknown; may be nil
	// low and high are between which values an Unknown lies, both included;
	// undefined where there is no bound.
	low, high Value
}

// Values without parts.
var (
	Nothing = Value{}              // undefined
	Missing = Value{kind: Unknown} // unknown, and nothing is known about it
	// Doubtful is an unknown value that may turn out to be undefined: a key of
	// which nobody knows whether it is in a map.
	Doubtful = Value{kind: Unknown, flag: true}
	NullOf   = Value{kind: Null}
	False    = Value{kind: Bool}
	True     = Value{kind: Bool, flag: true}
)

// BoolOf returns a Bool.
func BoolOf(b bool) Value { return Value{kind: Bool, flag: b} }

// StringOf returns a String.
func StringOf(s string) Value { return Value{kind: String, text: s} }

// ListOf returns a List of elements, of which each may be unknown.
func ListOf(elements ...Value) Value {
	return Value{kind: List, more: &more{items: elements, partial: slices.ContainsFunc(elements, Value.partial)}}
}

// SetOf returns a Set of elements in any order.
func SetOf(elements ...Value) Value {
	sorted := slices.Clone(elements)
	slices.SortFunc(sorted, Compare)
	m := &more{items: sorted[:0]}
	for _, element := range sorted {
		switch {
		case element.partial():
			// It may be any of the others.
			m.partial = true
			m.further++
		case len(m.items) == 0 || Compare(m.items[len(m.items)-1], element) != 0:
			m.items = append(m.items, element)
		}
	}
	return Value{kind: Set, more: m}
}

// Entry is one key of an object with its value.
type Entry struct {
	Key   Value
	Value Value
}

// ObjectOf returns an Object. Its keys are known and differ. The shape, if it is
// not nil, names members that are unknown where they are not given; without one
// they are undefined.
func ObjectOf(shape *Shape, members ...Entry) Value {
	sorted := slices.Clone(members)
	slices.SortFunc(sorted, func(a, b Entry) int { return Compare(a.Key, b.Key) })
	m := &more{shape: shape}
	for _, member := range sorted {
		m.keys = append(m.keys, member.Key)
		m.items = append(m.items, member.Value)
		m.partial = m.partial || member.Value.partial()
	}
	if shape != nil {
		for _, name := range shape.Names {
			if _, given := slices.BinarySearchFunc(m.keys, StringOf(name), Compare); !given {
				m.partial = true
			}
		}
	}
	return Value{kind: Object, more: m}
}

// UnknownBetween returns an unknown value that lies between two others, both
// included; either may be undefined, which means that there is no such bound.
func UnknownBetween(low, high Value) Value {
	if low.kind == Undefined && high.kind == Undefined {
		return Missing
	}
	return Value{kind: Unknown, more: &more{low: low, high: high}}
}

// Kind returns what the value is.
func (v Value) Kind() Kind { return v.kind }

// Text returns the content of a String.
func (v Value) Text() string { return v.text }

// IsTrue reports whether the value is the boolean true.
func (v Value) IsTrue() bool { return v.kind == Bool && v.flag }

// Known reports whether the value and all that is in it is known.
func (v Value) Known() bool { return v.kind > Unknown && !v.partial() }

// partial reports whether the value or something in it is unknown.
func (v Value) partial() bool { return v.kind == Unknown || v.more != nil && v.more.partial }

// Len returns how many elements or members are known to be there.
func (v Value) Len() int {
	if v.more == nil {
		return 0
	}
	return len(v.more.items)
}

// Item returns an element or the value of a member by its place.
func (v Value) Item(i int) Value { return v.more.items[i] }

// Key returns the key of an element: its place in a List, the name of a member,
// the element itself in a Set.
func (v Value) Key(i int) Value {
	switch v.kind {
	case Object:
		return v.more.keys[i]
	case Set:
		return v.more.items[i]
	default:
		return Int(int64(i))
	}
}

// further returns how many elements there may be beside those that are known.
func (v Value) further() int {
	if v.more == nil {
		return 0
	}
	return v.more.further
}

// shape returns what the schema says about an Unknown or an Object, or nil.
func (v Value) shape() *Shape {
	if v.more == nil {
		return nil
	}
	return v.more.shape
}

// at returns what a key leads to in a value.
func (v Value) at(key Value) Value {
	switch v.kind {
	case Unknown:
		found := v.shape().below(key)
		found.flag = found.flag || v.flag
		return found
	case List, Object, Set:
	default:
		return Nothing
	}
	if key.partial() {
		if key.kind == Undefined || v.Len() == 0 && v.further() == 0 && !v.more.partial {
			return Nothing
		}
		return Doubtful
	}
	switch v.kind {
	case List:
		if i, ok := key.Int(); ok && i >= 0 && i < int64(v.Len()) {
			return v.more.items[i]
		}
	default:
		sorted := v.more.keys
		if v.kind == Set {
			sorted = v.more.items
		}
		if i, found := slices.BinarySearchFunc(sorted, key, Compare); found {
			return v.more.items[i]
		}
		if shape := v.more.shape; v.kind == Object && shape != nil {
			return shape.member(key.text)
		}
	}
	if v.more.further != 0 {
		return Doubtful
	}
	return Nothing
}

// String writes the value as JSON does, sets in braces, and what is not known
// as a question mark.
func (v Value) String() string {
	var b strings.Builder
	v.write(&b)
	return b.String()
}

func (v Value) write(b *strings.Builder) {
	switch v.kind {
	case Undefined:
		b.WriteString("undefined")
	case Unknown:
		b.WriteByte('?')
	case Null:
		b.WriteString("null")
	case Bool:
		b.WriteString(strconv.FormatBool(v.flag))
	case Number:
		b.WriteString(v.Decimal())
	case String:
		b.WriteString(strconv.Quote(v.text))
	default:
		brackets := [2]byte{'[', ']'}
		if v.kind != List {
			brackets = [2]byte{'{', '}'}
		}
		b.WriteByte(brackets[0])
		for i := range v.Len() {
			if i > 0 {
				b.WriteString(", ")
			}
			if v.kind == Object {
				v.Key(i).write(b)
				b.WriteString(": ")
			}
			v.Item(i).write(b)
		}
		if v.further() != 0 {
			b.WriteString(", ?")
		}
		b.WriteByte(brackets[1])
	}
}
