package kleene

// Relations are what a schema says about facts that cannot both be right. They
// narrow down what an unknown fact may be.
type Relations struct {
	Pairs  []Pair
	Signs  []Sign
	Needs  []Need
	Counts []Count // by slot, in any order
}

// Pair says that two facts do not go together: A is one of AIs and B one of BIs
// or, if Negated, B is none of them. Without values any that asserts that there
// is something is meant.
type Pair struct {
	A, B     int32
	AIs, BIs []Value
	Negated  bool
}

// Sign says that a flag cannot be false where another fact asserts something.
type Sign struct{ Flag, Of int32 }

// Need says that Fact can be Is only if the list In holds one of OneOf, where
// Unless is known to be false.
type Need struct {
	Fact   int32
	Is     Value
	In     int32
	OneOf  []Value
	Unless int32
}

// Count says what a number is a part of and what it is the whole of.
type Count struct {
	Slot   int32
	Wholes []int32
	Parts  []int32
	Sums   [][]int32 // parts that together are at most the number
}

// asserts answers whether a value says that there is something: false, 0 and []
// agree with absence.
func asserts(v Value) Answer {
	switch v.kind {
	case Undefined, Null:
		return No
	case Unknown:
		low, high := v.between()
		switch {
		case low.kind == Number && low.sign() > 0:
			return Yes
		case low.kind == Number && high.kind == Number && high.sign() == 0:
			return No // never negative, and no more than a whole of which there is none
		}
		return Open
	case Bool:
		return answerOf(v.flag)
	case Number:
		return answerOf(v.sign() != 0)
	case Object:
		result := No
		for _, item := range v.more.items {
			result = result.Or(asserts(item))
		}
		return result
	case List, Set:
		return answerOf(v.Len() > 0)
	}
	return Yes
}

// isOne answers whether a value is one of some or a list that holds one; without
// any, whether it asserts something.
func isOne(v Value, of []Value) Answer {
	switch {
	case len(of) == 0:
		return asserts(v)
	case v.kind == Unknown:
		return Open
	}
	result := No
	for _, each := range of {
		if v.kind == List {
			result = result.Or(member(each, v))
		} else {
			result = result.Or(answerOf(Compare(v, each) == 0))
		}
	}
	return result
}

// clashes reports whether a fact cannot have a value beside what is known. Only
// facts that a pair or a need joins with others are narrowed down: that a flag is
// false beside a sign of it says that nobody gave the sign, not what it is.
func (s *State) clashes(slot int32, v Value) bool {
	if len(s.program.related[slot]) == 0 {
		return false
	}
	at := func(other int32) Value {
		if other == slot {
			return v
		}
		return s.slot(other)
	}
	r, by := &s.program.Relations, &s.program.relatedBy
	for _, i := range by.pairs[slot] {
		p := &r.Pairs[i]
		b := isOne(at(p.B), p.BIs)
		if p.Negated {
			b = b.Not()
		}
		if isOne(at(p.A), p.AIs).And(b) == Yes {
			return true
		}
	}
	for _, i := range by.signs[slot] {
		sign := &r.Signs[i]
		if flag := at(sign.Flag); flag.kind == Bool && !flag.flag && asserts(at(sign.Of)) == Yes {
			return true
		}
	}
	for _, i := range by.needs[slot] {
		n := &r.Needs[i]
		unless, list := at(n.Unless), at(n.In)
		if unless.kind == Bool && !unless.flag && list.kind == List && equal(at(n.Fact), n.Is) == Yes && isOne(list, n.OneOf) == No {
			return true
		}
	}
	return false
}

// relatedBy are the places of the relations in their tables, by slot.
type relatedBy struct{ pairs, signs, needs [][]int32 }
