package facts

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// damage is a source of documents that are nearly in order.
type damage struct {
	*rand.Rand
	// spare are values from elsewhere in documents, which are right in the wrong
	// place.
	spare []any
}

// values are those that validators have been known to disagree about.
var values = []any{
	nil, true, false, "", " ", "x", "EUR", "eur", "true", "0", "2023-02-28", "2023-02-29", "2024-02-29", "2023-2-3", "2023-02-28T00:00:00Z", " 2023-02-28",
	"2023-02-28\n", "0000-01-01", "9999-12-31", "10000-01-01", "２０２３-02-28", "https://example.org/a?b#c", "http://[::1", "http://a b", "//x", "mailto:x", "\x00",
	"\xed\xa0\x80", "\ufffd", "\U0001F600", "e\u0301", "1.00", "01.00", "1.00000", "999999999999999999999999.9999", "9999999999999999999999999", "-1.00",
	"vlop", "VLOP", "DE", "EL", "GR", "UK", "de", "deu", "deut", "dsa.art16.6", "dsa.art16.", "dsa.art16\n", "40(12)", "40(4)-(11)", "40", "34(1)", "0(1)", "/a", "/a//b", "/",
	json.Number("0"), json.Number("-0"), json.Number("-0.0"), json.Number("1"), json.Number("1.0"), json.Number("1.5"), json.Number("-1"), json.Number("-0.1"),
	json.Number("100"), json.Number("100.0"), json.Number("100.00000000000000000000000000001"), json.Number("1e2"), json.Number("1E-2"), json.Number("10e-1"),
	json.Number("9007199254740993"), json.Number("9223372036854775807"), json.Number("9223372036854775808"), json.Number("-9223372036854775809"),
	json.Number("1e400"), json.Number("-1e400"), json.Number("1e-400"), json.Number("100000000000000000000000000000000000000000"), json.Number("5e-324"),
	[]any{},
	[]any{nil},
	[]any{"x", "x"},
	[]any{json.Number("1"), json.Number("1.0")},
	[]any{"DE", "DE"},
	[]any{"DE", "FR"},
	[]any{[]any{}},
	[]any{true, json.Number("1")},
	map[string]any{},
	map[string]any{"x": nil},
	map[string]any{"": json.Number("1")},
	map[string]any{"de": json.Number("1")},
	map[string]any{"DE": json.Number("1.0")},
}

// keys are names of members.
var keys = []string{"", "x", "de", "deu", "DE", "name", "Name", "date", "sources", "a/b", "a~b", "/service/name", "/service//name", "é", "\xff", "status"}

func (d *damage) value() any {
	switch d.IntN(12) {
	case 0:
		return deep(1 + d.IntN(40))
	case 1, 2, 3:
		return plain(d.spare[d.IntN(len(d.spare))])
	default:
		return plain(values[d.IntN(len(values))])
	}
}

// deep is a value below many others.
func deep(levels int) any {
	var value any = json.Number("1")
	for i := range levels {
		if i%2 == 0 {
			value = []any{value}
		} else {
			value = map[string]any{"x": value}
		}
	}
	return value
}

// plain copies a value.
func plain(value any) any {
	copied, err := plainCopy(value)
	if err != nil {
		panic(err)
	}
	return copied
}

// damaged returns a copy of a document that differs in one or two places.
func (d *damage) damaged(document any) any {
	copied := plain(document)
	for range 1 + d.IntN(2) {
		copied = d.change(copied)
	}
	return copied
}

// change goes down to a random place and does something to what is there.
func (d *damage) change(value any) any {
	switch value := value.(type) {
	case map[string]any:
		names := slices.Sorted(maps.Keys(value))
		if len(names) > 0 && d.IntN(8) > 0 {
			name := names[d.IntN(len(names))]
			value[name] = d.change(value[name])
			return value
		}
		return d.object(value, names)
	case []any:
		if len(value) > 0 && d.IntN(3) > 0 {
			i := d.IntN(len(value))
			value[i] = d.change(value[i])
			return value
		}
		return d.list(value)
	case json.Number:
		return d.number(value)
	case string:
		return d.text(value)
	default:
		return d.value()
	}
}

func (d *damage) object(value map[string]any, names []string) any {
	switch d.IntN(5) {
	case 0:
		return d.value()
	case 1:
		value[keys[d.IntN(len(keys))]] = d.value()
	case 2:
		if len(names) > 0 {
			value[names[d.IntN(len(names))]+"s"] = d.value()
		}
	case 3:
		if len(names) > 0 {
			name := names[d.IntN(len(names))]
			value[strings.ToUpper(name)] = value[name]
			delete(value, name)
		}
	default:
		if len(names) > 0 {
			delete(value, names[d.IntN(len(names))])
		}
	}
	return value
}

func (d *damage) list(value []any) any {
	switch d.IntN(5) {
	case 0:
		return d.value()
	case 1:
		return append(value, d.value())
	case 2:
		if len(value) > 0 {
			return append(value, plain(value[d.IntN(len(value))]))
		}
		return []any{d.value()}
	case 3:
		for range 25 { // more than are compared pair by pair
			value = append(value, fmt.Sprintf("%c%c", 'a'+d.IntN(26), 'a'+d.IntN(26)))
		}
		return value
	default:
		return value[:len(value)/2]
	}
}

// number writes a number in another way, or takes another. What is no number ends
// the validator in a panic, and no decoder lets it through.
func (d *damage) number(value json.Number) any {
	if d.IntN(6) == 0 {
		return value.String()
	}
	ways := []json.Number{value + ".0", value + "e1", "-" + value, json.Number(strings.Repeat("9", 1+d.IntN(60)))}
	if way := ways[d.IntN(len(ways))]; document.JSONNumber.MatchString(way.String()) && d.IntN(5) > 0 {
		return way
	}
	return d.value()
}

func (d *damage) text(value string) any {
	switch d.IntN(6) {
	case 0:
		return value + " "
	case 1:
		return strings.ToUpper(value)
	case 2:
		if len(value) > 0 {
			i := d.IntN(len(value))
			return value[:i] + value[i+1:]
		}
		return d.value()
	case 3:
		return value + value
	default:
		return d.value()
	}
}
