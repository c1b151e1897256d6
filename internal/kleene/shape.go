package kleene

import (
	"slices"
	"sync"
)

// Shape is what is known about a value before anybody gives it: what a schema
// says.
type Shape struct {
	// Domain are the values that it can have if they are few.
	Domain []Value
	// Never below this; undefined if there is no such bound.
	Low Value
	// Whole is set for numbers that have nothing after the point, Day for texts
	// that are calendar days, YYYY-MM-DD.
	Number, Whole, Day bool
	// List is set for lists; Items says what their elements are.
	List  bool
	Items *Shape
	// Names are those of the members of an object of fixed shape, sorted, and
	// Members what they are. A member that is not given is unknown.
	Names   []string
	Members []*Shape
	// Open is what the members of a map are, whose keys no schema names. A member
	// that is not given is not there.
	Open *Shape

	once    sync.Once
	unknown Value
}

// Unknown returns the unknown value of the shape. Safe on nil, and for concurrent use:
// programs that are built at the same time may share a shape.
func (s *Shape) Unknown() Value {
	if s == nil {
		return Missing
	}
	s.once.Do(func() { s.unknown = Value{kind: Unknown, more: &more{shape: s, low: s.Low}} })
	return s.unknown
}

// Member returns the shape of a named member, or nil.
func (s *Shape) Member(name string) *Shape {
	if s == nil {
		return nil
	}
	if i, found := slices.BinarySearch(s.Names, name); found {
		return s.Members[i]
	}
	return s.Open
}

// member returns the value of a member that is not given.
func (s *Shape) member(name string) Value {
	if i, found := slices.BinarySearch(s.Names, name); found {
		return s.Members[i].Unknown()
	}
	return Nothing
}

// below returns what a key leads to in an unknown value of the shape.
func (s *Shape) below(key Value) Value {
	switch {
	case s == nil:
		return Doubtful
	case s.List && s.Items != nil:
		return s.Items.Unknown().inDoubt()
	case len(s.Names) > 0 && key.kind == String:
		return s.member(key.text)
	case s.Open != nil:
		return s.Open.Unknown().inDoubt()
	}
	return Doubtful
}

// inDoubt returns an unknown value as one that may not even be there.
func (v Value) inDoubt() Value {
	v.flag = true
	return v
}
