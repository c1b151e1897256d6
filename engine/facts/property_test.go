package facts

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// drawFacts draws a valid document of the small schema, with holes everywhere.
func drawFacts(t *rapid.T) map[string]any {
	maybe := func(label string, value any) any {
		switch rapid.IntRange(0, 2).Draw(t, label) {
		case 0:
			return nil
		default:
			return value
		}
	}
	count := func(label string) any { return maybe(label, rapid.IntRange(0, 9).Draw(t, label+" value")) }
	flag := func(label string) any { return maybe(label, rapid.Bool().Draw(t, label+" value")) }
	drop := func(object map[string]any) map[string]any {
		for _, key := range slices.Sorted(mapsKeys(object)) {
			if object[key] == nil && rapid.Bool().Draw(t, "absent "+key) {
				delete(object, key)
			}
		}
		return object
	}
	var log []any
	for range rapid.IntRange(0, 3).Draw(t, "log") {
		log = append(log, drop(map[string]any{"delay": count("delay")}))
	}
	return drop(map[string]any{
		"assessment": maybe("assessment", drop(map[string]any{"date": maybe("date", "2024-01-01"), "note": maybe("note", "x")})),
		"service": drop(map[string]any{
			"name": maybe("name", rapid.StringN(1, 5, -1).Draw(t, "name value")), "categories": maybe("categories", []any{"hosting"}),
			"termination_notified_on": maybe("terminated", "2025-01-01"),
			"suspensions":             maybe("suspensions", []any{drop(map[string]any{"from": "2024-01-01"})}),
		}),
		"notices":    maybe("notices", drop(map[string]any{"mechanism_exists": flag("exists"), "hours": maybe("hours", 1.5)})),
		"complaints": maybe("complaints", drop(map[string]any{"log": maybe("log", append([]any{}, log...))})),
	})
}

func mapsKeys(object map[string]any) func(func(string) bool) {
	return func(yield func(string) bool) {
		for key := range object {
			if !yield(key) {
				return
			}
		}
	}
}

// shuffled writes JSON with the members of every object in another order.
func shuffled(value any, random *rand.Rand) string {
	switch value := value.(type) {
	case map[string]any:
		keys := slices.Sorted(mapsKeys(value))
		random.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		var members []string
		for _, key := range keys {
			members = append(members, shuffled(key, random)+": "+shuffled(value[key], random))
		}
		return "{" + strings.Join(members, ",\n") + "}"
	case []any:
		var elements []string
		for _, element := range value {
			elements = append(elements, shuffled(element, random))
		}
		return "[" + strings.Join(elements, ", ") + "]"
	default:
		text, _ := json.Marshal(value)
		return string(escapeRare(text))
	}
}

// escapeRare escapes what JSON allows within quotes, and YAML does not.
func escapeRare(written []byte) []byte {
	var escaped []byte
	for _, char := range string(written) {
		if char >= 0x7F && char < 0xA0 || strings.ContainsRune("\uFEFF\uFFFE\uFFFF", char) {
			escaped = fmt.Appendf(escaped, `\u%04x`, char)
		} else {
			escaped = utf8.AppendRune(escaped, char)
		}
	}
	return escaped
}

func TestProperties(t *testing.T) {
	t.Parallel()
	schema := smallOnce()
	rapid.Check(t, func(t *rapid.T) {
		drawn := drawFacts(t)
		text, err := json.Marshal(drawn)
		require.NoError(t, err)
		documents, err := schema.Load("f.json", text)
		require.NoError(t, err)
		facts := documents[0]

		// Neither the order of keys nor the notation matters.
		random := rand.New(rand.NewSource(rapid.Int64().Draw(t, "order")))
		for _, name := range []string{"f.json", "f.yaml"} {
			again, err := schema.Load(name, []byte(shuffled(drawn, random)))
			require.NoError(t, err)
			require.Equal(t, facts.Value(), again[0].Value())
			require.Equal(t, facts.Unknowns(), again[0].Unknowns())
		}

		// Unknowns are the highest: their parent is known, they are not, and none
		// is the beginning of another.
		unknowns := facts.Unknowns()
		for i, path := range unknowns {
			_, known := facts.At(path.Pointer())
			require.False(t, known, path)
			if path[0] != "assessment" {
				_, known = facts.At(path[:len(path)-1].Pointer())
				require.True(t, known, path)
			}
			for j, other := range unknowns {
				require.False(t, i != j && strings.HasPrefix(other.Pointer()+"/", path.Pointer()+"/"))
			}
		}
	})
}
