package kleene

import (
	"math/big"
	"strings"

	"github.com/dsaeval/dsaeval/internal/image"
)

// value writes or reads a constant. What is unknown in part is none.
func (k *coder) value(v *Value, depth int) {
	if depth > maxNesting {
		k.Fail("values lie too deep in one another")
		return
	}
	kind := v.kind
	image.Index(k.Codec, &kind, int(Set)+1)
	if k.Err() != nil {
		return
	}
	if k.Writing() && v.partial() && (v.kind != Unknown || v.more != nil) {
		k.Fail("a value of which a part is not known: %v", *v)
		return
	}
	switch kind {
	case Undefined:
		*v = Nothing
	case Unknown:
		k.Bool(&v.flag)
		*v = Value{kind: Unknown, flag: v.flag}
	case Null:
		*v = NullOf
	case Bool:
		k.Bool(&v.flag)
		*v = BoolOf(v.flag)
	case Number:
		k.number(v)
	case String:
		k.Text(&v.text)
		*v = StringOf(v.text)
	default:
		k.compound(v, kind, depth)
	}
}

// maxDigits bounds the numbers that are no int64, which are written as fractions.
const maxDigits = 10_000

func (k *coder) number(v *Value) {
	plain := v.more == nil
	if k.Bool(&plain); plain {
		k.Int(&v.whole)
		*v = Int(v.whole)
		return
	}
	text := ""
	if k.Writing() {
		text = v.more.exact.RatString()
	}
	k.Text(&text)
	exact, ok := new(big.Rat), len(text) <= maxDigits && strings.Trim(text, "-/0123456789") == ""
	if ok {
		_, ok = exact.SetString(text)
	}
	if !ok {
		k.Fail("%.20q is no number", text)
		return
	}
	*v = Rational(exact)
}

// compound writes or reads a list, a set or an object.
func (k *coder) compound(v *Value, kind Kind, depth int) {
	var keys, items []Value
	if k.Writing() {
		if v.more.shape != nil {
			k.Fail("a value with a shape: %v", *v)
			return
		}
		keys, items = v.more.keys, v.more.items
	}
	each := func(item *Value) {
		if k.value(item, depth+1); k.Err() == nil && (item.kind == Undefined || item.partial()) {
			k.Fail("a value of which a part is not known")
		}
	}
	image.List(k.Codec, &items, each)
	if kind == Object {
		image.List(k.Codec, &keys, each)
	}
	if k.Writing() || k.Err() != nil {
		return
	}
	switch kind {
	case List:
		*v = ListOf(items...)
	case Set:
		*v = SetOf(items...)
	default:
		if len(keys) != len(items) {
			k.Fail("an object with keys and values that do not go together")
			return
		}
		entries := make([]Entry, len(keys))
		for i, key := range keys {
			if i > 0 && Compare(keys[i-1], key) >= 0 {
				k.Fail("an object whose keys are not in order")
				return
			}
			entries[i] = Entry{Key: key, Value: items[i]}
		}
		*v = ObjectOf(nil, entries...)
	}
}
