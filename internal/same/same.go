// Package same says in what two reports about the same differ, down to the last value.
package same

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Difference is one place at which two documents differ.
type Difference struct {
	// Where names the place: an obligation by its id, then the names of members.
	Where string `json:"where"`
	// Report and Again are what stands there in the report and what came out now, as
	// JSON; empty where there is nothing.
	Report string `json:"report"`
	Again  string `json:"again"`
}

// String says the difference in words.
func (d Difference) String() string {
	switch {
	case d.Report == "":
		return fmt.Sprintf("%s: not in the report, and now %s", d.Where, d.Again)
	case d.Again == "":
		return fmt.Sprintf("%s: %s in the report, and not there now", d.Where, d.Report)
	}
	return fmt.Sprintf("%s: %s in the report, and now %s", d.Where, d.Report, d.Again)
}

// Of compares two values as JSON. Verdicts come first, then digests, then findings.
func Of(report, again any) ([]Difference, error) {
	a, err := plain(report)
	if err != nil {
		return nil, err
	}
	b, err := plain(again)
	if err != nil {
		return nil, err
	}
	var c comparison
	c.values(nil, a, b)
	slices.SortStableFunc(c.found, func(a, b Difference) int { return weight(a) - weight(b) })
	return c.found, nil
}

// weight puts first what people look for: verdicts, what the report was made from, what
// came out of it, findings; and last what only follows.
func weight(d Difference) int {
	first, _, _ := strings.Cut(d.Where, ", ")
	switch {
	case strings.HasSuffix(d.Where, ", verdict"):
		return 0
	case first == "provenance":
		return 1
	case first == "summary" || first == "gate":
		return 2
	case strings.Contains(d.Where, ", findings"):
		return 3
	case strings.Contains(d.Where, ", open, ") || strings.Contains(d.Where, ", missing, ") || first == "questions" || first == "fine":
		return 5
	}
	return 4
}

// plain is a value with its numbers as they are written.
func plain(value any) (any, error) {
	content, raw := value.(json.RawMessage)
	if !raw {
		var encoded bytes.Buffer
		encoder := json.NewEncoder(&encoded)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(value); err != nil {
			return nil, err
		}
		content = encoded.Bytes()
	}
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	var decoded any
	err := decoder.Decode(&decoded)
	return decoded, err
}

type comparison struct{ found []Difference }

func (c *comparison) add(path []string, a, b any, hasA, hasB bool) {
	d := Difference{Where: strings.Join(path, ", ")}
	if hasA {
		d.Report = shown(a)
	}
	if hasB {
		d.Again = shown(b)
	}
	c.found = append(c.found, d)
}

func (c *comparison) values(path []string, a, b any) {
	switch a := a.(type) {
	case map[string]any:
		if b, ok := b.(map[string]any); ok {
			c.members(path, a, b)
			return
		}
	case []any:
		if b, ok := b.([]any); ok {
			c.elements(path, a, b)
			return
		}
	default:
		if a == b {
			return
		}
	}
	c.add(path, a, b, true, true)
}

// members compares what has names: each by its own.
func (c *comparison) members(path []string, a, b map[string]any) {
	names := maps.Clone(a)
	maps.Copy(names, b)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		one, inA := a[name]
		other, inB := b[name]
		at := append(slices.Clip(path), name)
		if inA && inB {
			c.values(at, one, other)
		} else {
			c.add(at, one, other, inA, inB)
		}
	}
}

// elements compares lists: by the id of their elements if these have one, each once,
// else by their places.
func (c *comparison) elements(path []string, a, b []any) {
	byA, namedA := byID(a)
	byB, namedB := byID(b)
	if namedA && namedB && len(a)+len(b) > 0 {
		c.members(path, byA, byB)
		if c.order(a, b) {
			return
		}
		c.found = append(c.found, Difference{Where: strings.Join(path, ", ") + ", order", Report: "as it is", Again: "another"})
		return
	}
	for i := range max(len(a), len(b)) {
		at := append(slices.Clip(path), fmt.Sprint(i+1))
		switch {
		case i >= len(a):
			c.add(at, nil, b[i], false, true)
		case i >= len(b):
			c.add(at, a[i], nil, true, false)
		default:
			c.values(at, a[i], b[i])
		}
	}
}

// order reports whether what two lists share stands in one order in both.
func (c *comparison) order(a, b []any) bool {
	shared := func(list []any, other []any) []string {
		in, _ := byID(other)
		var ids []string
		for _, element := range list {
			if id := idOf(element); in[id] != nil {
				ids = append(ids, id)
			}
		}
		return ids
	}
	return slices.Equal(shared(a, b), shared(b, a))
}

func byID(list []any) (map[string]any, bool) {
	named := map[string]any{}
	for _, element := range list {
		id := idOf(element)
		if id == "" || named[id] != nil {
			return nil, false
		}
		named[id] = element
	}
	return named, true
}

func idOf(element any) string {
	object, ok := element.(map[string]any)
	if !ok {
		return ""
	}
	for _, name := range []string{"id", "code", "name", "file"} {
		if id, ok := object[name].(string); ok {
			return id
		}
	}
	return ""
}

// longest is how many characters of a value are shown.
const longest = 80

func shown(value any) string {
	content, err := json.Marshal(value)
	if err != nil {
		return fmt.Sprint(value)
	}
	text := []rune(string(content))
	if len(text) > longest {
		return string(text[:longest]) + "…"
	}
	return string(text)
}
