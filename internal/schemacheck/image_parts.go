package schemacheck

import (
	"math/big"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/image"
)

func (k *coder) ofEnum(r *rule) {
	k.Bool(&r.listed)
	image.Map(k.Codec, &r.words, k.Bool)
	image.List(k.Codec, &r.values, k.value)
	fixed := r.fixed != nil
	if k.Bool(&fixed); fixed {
		k.value(&r.fixed)
	}
}

// value writes or reads a value that others are compared with.
func (k *coder) value(n **document.Node) {
	var plain any
	if k.Writing() {
		plain = (*n).Value()
	}
	image.Value(k.Codec, &plain)
	if k.Writing() || k.Err() != nil {
		return
	}
	if !readable(plain) {
		k.Fail("a number that no schema has")
		return
	}
	*n = document.NodeOf(plain)
}

func (k *coder) ofNumbers(r *rule) {
	for _, each := range [...]**bound{&r.minimum, &r.maximum, &r.aboveMinimum, &r.belowMaximum} {
		there := *each != nil
		if k.Bool(&there); there {
			k.bound(each)
		}
	}
}

// maxDigits bounds the numbers of a schema, whose exponents have up to three digits.
const maxDigits = 3000

func (k *coder) bound(b **bound) {
	text := ""
	if k.Writing() {
		text = (*b).exact.RatString()
	}
	if k.Text(&text); k.Writing() || k.Err() != nil {
		return
	}
	if len(text) <= maxDigits && strings.Trim(text, "-/0123456789") == "" {
		if exact, ok := new(big.Rat).SetString(text); ok {
			*b = newBound(exact)
			return
		}
	}
	k.Fail("%.20q is no number", text)
}

func (k *coder) ofTexts(r *rule) {
	k.limits(&r.minLength, &r.maxLength)
	there := r.pattern != nil
	if k.Bool(&there); there {
		k.pattern(&r.pattern)
	}
	if k.Text(&r.formatName); k.Writing() || r.formatName == "" {
		return
	}
	if k.dialect.Format != nil {
		r.format = k.dialect.Format(r.formatName)
	}
	if r.format == nil {
		k.Fail("there is no format %q", r.formatName)
	}
}

func (k *coder) pattern(p **pattern) {
	text := ""
	if k.Writing() {
		text = (*p).text
	}
	if k.Text(&text); k.Writing() {
		return
	}
	known := k.patterns[text]
	if known == nil {
		known = newPattern(text)
		k.patterns[text] = known
	}
	*p = known
}

func (k *coder) limits(limits ...*limit) {
	for _, l := range limits {
		image.Index(k.Codec, l, 1<<30+1)
	}
}

func (k *coder) ofLists(r *rule) {
	k.limits(&r.minItems, &r.maxItems)
	k.Bool(&r.unique)
	k.one(&r.items)
}

func (k *coder) ofObjects(r *rule) {
	k.limits(&r.minProperties, &r.maxProperties)
	image.Map(k.Codec, &r.properties, k.given)
	image.List(k.Codec, &r.patterns, func(p *patternRule) {
		k.pattern(&p.pattern)
		k.given(&p.rule)
	})
	k.one(&r.additional)
	k.one(&r.names)
	image.Texts(k.Codec, &r.required)
	image.Map(k.Codec, &r.dependent, func(others *[]string) { image.Texts(k.Codec, others) })
}

// ofSame writes or reads the rules about the same value.
func (k *coder) ofSame(r *rule, number int) {
	for _, list := range [...]*[]*rule{&r.all, &r.any, &r.one} {
		image.List(k.Codec, list, func(r **rule) { k.givenBelow(r, number) })
	}
	k.below(&r.not, number)
}
