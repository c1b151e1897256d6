package factschema

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/image"
)

// Numbered are the fields of a schema that a document can lead to, by their numbers, so
// that one which is shared is written once and is one again when it is read.
type Numbered struct {
	fields  []*Field
	numbers map[*Field]int // only to write
}

// Fields are all of them, that of the document first.
func (n *Numbered) Fields() []*Field { return n.fields }

// Has reports whether a document can lead to a field that is written.
func (n *Numbered) Has(f *Field) bool {
	_, ok := n.numbers[f]
	return ok
}

// Code writes or reads which field is meant, if any.
func (n *Numbered) Code(c *image.Codec, f **Field) {
	number := 0
	if c.Writing() && *f != nil {
		if number = n.numbers[*f] + 1; !n.Has(*f) {
			c.Fail("a field that no document leads to")
		}
	}
	image.Index(c, &number, len(n.fields)+1)
	if c.Writing() || c.Err() != nil {
		return
	}
	if *f = nil; number > 0 {
		*f = n.fields[number-1]
	}
}

// leastBytes are how many bytes a field takes at least.
const leastBytes = 16

// Code writes what a schema says, or reads what [Read] returned.
func Code(c *image.Codec, root **Field) *Numbered {
	n := &Numbered{}
	if c.Writing() {
		n.numbers = map[*Field]int{}
		n.add(*root)
	}
	size := c.LenOf(len(n.fields), leastBytes)
	if !c.Writing() {
		all := make([]Field, size)
		n.fields = make([]*Field, size)
		for i := range all {
			n.fields[i] = &all[i]
		}
	}
	k := coder{Codec: c, Numbered: n, minimums: map[string]*big.Rat{}, listNumbers: map[string]int{}}
	for _, f := range n.fields {
		if k.field(f); c.Err() != nil {
			return n
		}
	}
	if n.Code(c, root); c.Err() == nil && *root == nil {
		c.Fail("a schema of nothing")
	}
	if !c.Writing() && c.Err() == nil {
		for _, f := range n.fields {
			f.assume()
		}
	}
	return n
}

// add numbers a field and all that it leads to.
func (n *Numbered) add(f *Field) {
	if f == nil || n.Has(f) {
		return
	}
	n.numbers[f] = len(n.fields)
	n.fields = append(n.fields, f)
	for _, name := range f.Names {
		n.add(f.Properties[name])
	}
	for _, each := range slices.Concat([]*Field{f.Additional, f.Keys, f.Items}, f.Alternatives) {
		n.add(each)
	}
}

// coder writes or reads fields.
type coder struct {
	*image.Codec
	*Numbered
	minimums map[string]*big.Rat // that were read
	// Lists of words that were read, and the numbers of those that were written.
	lists       [][]string
	listNumbers map[string]int
}

func (k *coder) field(f *Field) {
	if k.Writing() && f.Err != nil {
		k.Fail("%w", f.Err)
	}
	one := func(f **Field) { k.Numbered.Code(k.Codec, f) }
	given := func(f **Field) {
		if one(f); k.Err() == nil && *f == nil {
			k.Fail("a member or a branch of which nothing is said")
		}
	}
	k.texts(&f.Names)
	k.properties(f, given)
	one(&f.Additional)
	one(&f.Keys)
	one(&f.Items)
	image.List(k.Codec, &f.Alternatives, given)
	f.resolved = true
	k.texts(&f.Types)
	k.texts(&f.Enum)
	for _, text := range [...]*string{&f.Format, &f.Code, &f.Description, &f.Unit, &f.Nature, &f.Question} {
		k.Text(text)
	}
	image.Map(k.Codec, &f.Meanings, k.Text)
	k.assumed(&f.Default)
	image.Values(k.Codec, &f.Examples)
	k.minimum(&f.minimum)
	k.relations(f)
}

// properties writes or reads the members of which there are the names.
func (k *coder) properties(f *Field, given func(**Field)) {
	if !k.Writing() && len(f.Names) > 0 {
		f.Properties = make(map[string]*Field, len(f.Names))
	}
	for i, name := range f.Names {
		if i > 0 && f.Names[i-1] >= name {
			k.Fail("names that are not in order")
		}
		property := f.Properties[name]
		if given(&property); k.Err() != nil {
			return
		}
		if !k.Writing() {
			f.Properties[name] = property
		}
	}
}

// texts writes or reads a list of words. There are few lists: of a thousand facts most
// are a count or a flag, or null.
func (k *coder) texts(list *[]string) {
	const none, fresh, known = 0, 1, 2
	number, key := none, ""
	if k.Writing() && len(*list) > 0 {
		number, key = fresh, fmt.Sprintf("%q", *list)
		if n, seen := k.listNumbers[key]; seen {
			number = n + known
		}
	}
	switch image.Index(k.Codec, &number, known+max(len(k.lists), len(k.listNumbers))); {
	case number == none:
	case number >= known:
		if !k.Writing() {
			*list = k.lists[number-known]
		}
	default:
		if image.Texts(k.Codec, list); len(*list) == 0 {
			k.Fail("a list of no words")
		}
		if k.Writing() {
			k.listNumbers[key] = len(k.listNumbers)
		} else {
			k.lists = append(k.lists, slices.Clip(*list))
		}
	}
}

// relations writes or reads how a fact is related to others. Most are not.
func (k *coder) relations(f *Field) {
	lists := [...]*[]string{&f.ImpliedBy, &f.PresumedBy, &f.PartOf, &f.NotBefore, &f.Wholes}
	related := f.SumAtMost != nil || f.Pairs != nil || f.Role != "" ||
		slices.ContainsFunc(lists[:], func(list *[]string) bool { return *list != nil })
	if k.Bool(&related); !related {
		return
	}
	for _, list := range lists {
		k.texts(list)
	}
	k.Text(&f.Role)
	image.List(k.Codec, &f.SumAtMost, func(s *Sum) {
		k.texts(&s.Fields)
		k.Text(&s.Of)
	})
	image.List(k.Codec, &f.Pairs, func(p *Pair) {
		k.Text(&p.Keyword)
		image.Values(k.Codec, &p.Is)
		k.Text(&p.Other)
		image.Values(k.Codec, &p.OtherIs)
		k.Bool(&p.Negated)
	})
}

// assumed writes or reads a default, which is one of a few nodes.
func (k *coder) assumed(n **document.Node) {
	number := slices.Index(defaults[:], *n)
	if number < 0 {
		k.Fail("a default that no schema has: %v", *n)
		number = 0
	}
	image.Index(k.Codec, &number, len(defaults))
	*n = defaults[number]
}

// maxDigits bounds the numbers of a schema.
const maxDigits = 200

func (k *coder) minimum(exact **big.Rat) {
	text := ""
	if k.Writing() && *exact != nil {
		text = (*exact).RatString()
	}
	if k.Text(&text); k.Writing() || text == "" {
		return
	}
	number, known := k.minimums[text]
	if !known {
		ok := len(text) <= maxDigits && strings.Trim(text, "-/0123456789") == ""
		if ok {
			number, ok = new(big.Rat).SetString(text)
		}
		if !ok {
			k.Fail("%.20q is no number", text)
			return
		}
		k.minimums[text] = number
	}
	*exact = number
}
