package factfile

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

var (
	// plainWord is a text that YAML needs no quotes for, whatever its version.
	plainWord = lazy.NewRegexp(`^[a-zA-Z_][a-zA-Z0-9_.-]*( [a-zA-Z0-9_.-]+)*$`)
	plainDay  = lazy.NewRegexp(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
	plainKey  = lazy.NewRegexp(`^[a-zA-Z/_][a-zA-Z0-9_/.~-]*$`)
)

// reserved are words that some reader of YAML takes for something else than text.
var reserved = []string{"null", "true", "false", "yes", "no", "on", "off", "y", "n"}

// literal writes a value in one line of YAML or JSON.
func literal(value any, asJSON bool) string {
	if asJSON {
		return jsonOf(value)
	}
	switch value := value.(type) {
	case string:
		if (plainWord.MatchString(value) || plainDay.MatchString(value)) && !slices.Contains(reserved, strings.ToLower(value)) {
			return value
		}
		return jsonOf(value)
	case []any:
		each := make([]string, len(value))
		for i, element := range value {
			each[i] = literal(element, false)
		}
		return "[" + strings.Join(each, ", ") + "]"
	case map[string]any:
		var each []string
		for _, name := range slices.Sorted(maps.Keys(value)) {
			each = append(each, key(name, false)+": "+literal(value[name], false))
		}
		return "{" + strings.Join(each, ", ") + "}"
	}
	return jsonOf(value)
}

func key(name string, asJSON bool) string {
	if !asJSON && plainKey.MatchString(name) && !slices.Contains(reserved, strings.ToLower(name)) {
		return name
	}
	return jsonOf(name)
}

// jsonOf writes a value without the escapes that only pages in HTML need.
func jsonOf(value any) string {
	var content bytes.Buffer
	encoder := json.NewEncoder(&content)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err) // plain values of facts
	}
	return strings.TrimSuffix(content.String(), "\n")
}
