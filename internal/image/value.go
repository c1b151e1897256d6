package image

import (
	"encoding/json"
	"maps"
	"slices"
)

// maxNesting bounds how deep values lie in one another.
const maxNesting = 32

// Value writes or reads what a JSON decoder returns that keeps numbers as they are
// written. Whether a number that is read is one is for the caller to say.
func Value(c *Codec, v *any) { c.value(v, 0) }

// Values is Value for a list. One that is nil stays nil, one that is empty empty.
func Values[T ~[]any](c *Codec, list *T) {
	plain := []any(*list)
	List(c, &plain, func(v *any) { c.value(v, 0) })
	*list = plain
}

func (c *Codec) value(v *any, depth int) {
	const null, no, yes, word, number, list, object = 0, 1, 2, 3, 4, 5, 6
	if depth > maxNesting {
		c.Fail("values lie too deep in one another")
		return
	}
	var text string
	var elements []any
	var members map[string]any
	kind := null
	switch value := (*v).(type) {
	case nil:
	case bool:
		if kind = no; value {
			kind = yes
		}
	case string:
		kind, text = word, value
	case json.Number:
		kind, text = number, string(value)
	case []any:
		kind, elements = list, value
	case map[string]any:
		kind, members = object, value
	default:
		c.Fail("a value of the type %T, which no decoder returns", value)
	}
	switch Index(c, &kind, object+1); kind {
	case null:
		*v = nil
	case no, yes:
		*v = kind == yes
	case word:
		c.Text(&text)
		*v = text
	case number:
		c.Text(&text)
		*v = json.Number(text)
	case list:
		List(c, &elements, func(e *any) { c.value(e, depth+1) })
		*v = elements
	case object:
		Map(c, &members, func(member *any) { c.value(member, depth+1) })
		*v = members
	}
}

// Map writes or reads a map in the order of its keys. One that is nil stays nil, one
// that is empty empty.
func Map[T any](c *Codec, m *map[string]T, each func(*T)) {
	var keys []string
	if *m != nil {
		keys = make([]string, 0, len(*m))
		keys = append(keys, slices.Sorted(maps.Keys(*m))...)
	}
	List(c, &keys, func(key *string) { c.Text(key) })
	if !c.writing {
		*m = nil
		if keys != nil {
			*m = make(map[string]T, len(keys))
		}
	}
	for i, key := range keys {
		if i > 0 && keys[i-1] >= key {
			c.Fail("the keys of a map are not in order")
		}
		value := (*m)[key]
		if each(&value); c.err != nil {
			return
		}
		if !c.writing {
			(*m)[key] = value
		}
	}
}
