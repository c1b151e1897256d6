package policy

import (
	"encoding/json"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/image"
)

func (p *Parameter) code(c *image.Codec) {
	for _, text := range []*string{&p.Name, &p.Article, &p.Term, &p.Unit, &p.Reason, &p.Source} {
		c.Text(text)
	}
	image.List(c, &p.Values, func(v *DatedValue) {
		c.Text(&v.Since)
		codePlain(c, &v.Value, 0)
	})
	if !c.Writing() && c.Err() == nil && len(p.Values) == 0 {
		c.Fail("%s has no value", p.Name)
	}
	codePosition(c, &p.at)
}

func (r *Reading) code(c *image.Codec) {
	for _, text := range []*string{&r.Name, &r.Article, &r.Question, &r.Default, &r.Chosen, &r.Reason} {
		c.Text(text)
	}
	if !c.Writing() {
		r.Options = map[string]string{}
	}
	codeMap(c, r.Options, func(reason *string) { c.Text(reason) })
	codePosition(c, &r.at)
}

func codePosition(c *image.Codec, at *document.Position) {
	line, column := int64(at.Line), int64(at.Column)
	c.Text(&at.File)
	c.Int(&line)
	c.Int(&column)
	at.Line, at.Column = int(line), int(column)
}

// maxPlainDepth bounds how deep values of parameters lie in one another.
const maxPlainDepth = 8

// codePlain writes or reads a value of a parameter: a number, a text, yes or no, or
// a list or a map of them.
func codePlain(c *image.Codec, value *any, depth int) {
	const number, text, flag, list, object, other = 0, 1, 2, 3, 4, 5
	kind, words, yes := other, "", false
	var elements []any
	members := map[string]any{}
	switch v := (*value).(type) {
	case json.Number:
		kind, words = number, string(v)
	case string:
		kind, words = text, v
	case bool:
		kind, yes = flag, v
	case []any:
		kind, elements = list, v
	case map[string]any:
		kind, members = object, v
	}
	if image.Index(c, &kind, other+1); depth > maxPlainDepth {
		kind = other
	}
	switch kind {
	case number:
		c.Text(&words)
		*value = json.Number(words)
	case text:
		c.Text(&words)
		*value = words
	case flag:
		c.Bool(&yes)
		*value = yes
	case list:
		image.List(c, &elements, func(element *any) { codePlain(c, element, depth+1) })
		*value = elements
	case object:
		codeMap(c, members, func(member *any) { codePlain(c, member, depth+1) })
		*value = members
	default:
		c.Fail("%v is no value of a parameter", *value)
	}
}
