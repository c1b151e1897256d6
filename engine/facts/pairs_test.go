package facts

import (
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/internal/document"
)

// paired is the small schema with a section of facts that exclude each other.
func paired() *Schema {
	return mustSchema(strings.Replace(small, `"extensions": {"type": ["object", "null"]}`, `
	"extensions": {"type": ["object", "null"]},
	"form": {"type": ["object", "null"], "additionalProperties": false, "properties": {
		"exists": {"$ref": "#/$defs/flag", "implied_by": "opened_on"},
		"opened_on": {"$ref": "#/$defs/date"},
		"confirms": {"$ref": "#/$defs/flag", "present_only_if": "exists"},
		"fields_count": {"$ref": "#/$defs/count", "present_only_if": "exists"},
		"languages": {"$ref": "#/$defs/languages", "present_only_if": "exists"},
		"changed_on": {"$ref": "#/$defs/date", "present_only_if": "exists"},
		"by_language": {"type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/count"}, "present_only_if": "exists"},
		"kind": {"enum": ["none", "page", "dialog", null]},
		"title_given": {"$ref": "#/$defs/flag", "present_only_if": {"field": "kind", "is": ["page", "dialog"]}},
		"ended": {"$ref": "#/$defs/flag", "implies": [
			{"then": {"field": "kind", "is": "none"}},
			{"is": false, "then": {"field": "service.name"}}]},
		"german": {"$ref": "#/$defs/flag", "excludes": {"is": false, "field": "languages", "field_is": ["de", "at"]}},
		"endless": {"$ref": "#/$defs/flag", "excludes": ["ended", {"is": false, "field": "kind", "field_is": ["page", "none"]}]}}}`, 1))
}

func TestPairs(t *testing.T) {
	t.Parallel()
	schema := paired()
	const (
		noPart  = "; of what is not there, "
		flag    = "write false or leave it out"
		isFalse = ", but form.exists is false (2:16)"
		wrong   = "one of the two is wrong"
	)
	for _, c := range []struct{ note, form, message, hint string }{
		{"a part of what is there", "exists: true, confirms: true, fields_count: 3, languages: [de], changed_on: 2024-01-01, by_language: {de: 1}", "", ""},
		{"a part of what may be there", "confirms: true, fields_count: 3", "", ""},
		{"no part of what is not there", "exists: false, confirms: false, fields_count: 0, languages: [], by_language: {de: 0}", "", ""},
		{"not known whether there is a part", "exists: false, confirms: null", "", ""},
		{"a flag of what is not there", "exists: false, confirms: true", "2:33 form.confirms is true" + isFalse, "correct one of the two" + noPart + flag},
		{"a count", "exists: false, fields_count: 1", "2:37 form.fields_count is 1" + isFalse, "correct one of the two" + noPart + "write 0 or leave it out"},
		{"a list", "exists: false, languages: [de]", "2:34 form.languages is a list" + isFalse, "correct one of the two" + noPart + "write [] or leave it out"},
		{"a day", "exists: false, changed_on: 2024-01-01", `2:35 form.changed_on is "2024-01-01"` + isFalse, "correct one of the two" + noPart + "leave this out"},
		{"a map", "exists: false, by_language: {de: 1}", "2:36 form.by_language is an object" + isFalse, "correct one of the two" + noPart + "leave this out"},
		{"one of the kinds", "kind: dialog, title_given: true", "", ""},
		{"another kind", "kind: none, title_given: true", `2:33 form.title_given is true, but form.kind is "none" (2:14)`, "correct one of the two" + noPart + flag},
		{"another kind, and nothing claimed", "kind: none, title_given: false", "", ""},
		{"what is asserted implies a value", "ended: true, kind: page", `2:15 form.ended is true, but form.kind is "page" (2:27); expected none`, wrong},
		{"which it has", "ended: true, kind: none", "", ""},
		{"which is not known", "ended: true", "", ""},
		{"a value implies that something is there", "ended: false", "", ""},
		{"two that exclude each other", "endless: true, ended: true", "2:17 form.endless is true, and form.ended is true (2:30): one excludes the other", wrong},
		{"one of them", "endless: true, ended: false", "", ""},
		{"values that exclude each other", "endless: false, kind: page", `2:17 form.endless is false, and form.kind is "page" (2:30): one excludes the other`, wrong},
		{"a list that holds what is excluded", "german: false, languages: [fr, de]", "2:16 form.german is false, and form.languages is a list (2:34): one excludes the other", wrong},
		{"a list that does not", "german: false, languages: [fr]", "", ""},
		{"a value that excludes only others", "endless: false, kind: dialog", "", ""},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			_, err := schema.Load("f.yaml", []byte("service: {name: n}\nform: {"+c.form+"}"))
			if c.message == "" {
				require.NoError(t, err)
				return
			}
			place, message, _ := strings.Cut(c.message, " ")
			for _, other := range []string{"2:14", "2:16", "2:27", "2:30", "2:34"} {
				message = strings.Replace(message, "("+other+")", "(line 2, column "+other[2:]+")", 1)
			}
			require.EqualError(t, err, "f.yaml:"+place+": "+message+"\n    hint: "+c.hint)
		})
	}
	// What a day implies contradicts like what is written.
	_, err := paired().Load("f.yaml", []byte("service: {}\nform: {exists: false, opened_on: 2024-01-01}"))
	require.ErrorContains(t, err, "form.exists is false, but form.opened_on is given (line 2, column 34)")
}

// drawForm draws a document of which anything can contradict anything.
func drawForm(t *rapid.T) map[string]any {
	object := map[string]any{}
	draw := func(name string, values ...any) {
		if value := rapid.SampledFrom(append(values, nil)).Draw(t, name); value != nil {
			object[name] = value
		}
	}
	for _, flag := range []string{"exists", "confirms", "title_given", "ended", "endless"} {
		draw(flag, true, false)
	}
	draw("fields_count", 0, 1)
	draw("languages", []any{}, []any{"de"})
	draw("changed_on", "2024-01-01")
	draw("kind", "none", "page", "dialog")
	draw("opened_on", "2024-01-01")
	return object
}

// No accepted document holds an excluded pair, as this test reads the schema by
// itself.
func TestAcceptedHoldsNoExcludedPair(t *testing.T) {
	t.Parallel()
	schema := paired()
	accepted := 0
	rapid.Check(t, func(t *rapid.T) {
		form := drawForm(t)
		content, err := json.Marshal(map[string]any{"service": map[string]any{"name": "n"}, "form": form})
		require.NoError(t, err)
		documents, err := schema.Load("f.json", content)
		wrong := excludedPairs(form)
		require.Equal(t, len(wrong) > 0, err != nil, "%s: %v, %v", content, wrong, err)
		if err == nil {
			accepted++
			relations, err := NewRelations(schema.bundle())
			require.NoError(t, err)
			require.Empty(t, relations.Contradictions(documents[0].known))
		}
	})
	require.Positive(t, accepted)
}

func excludedPairs(form map[string]any) []string {
	var wrong []string
	is := func(name string, values ...any) bool { return slices.Contains(values, form[name]) }
	there := func(name string) bool {
		switch value := form[name].(type) {
		case bool:
			return value
		case []any:
			return len(value) > 0
		case int:
			return value > 0
		default:
			return value != nil
		}
	}
	refuse := func(broken bool, pair string) {
		if broken {
			wrong = append(wrong, pair)
		}
	}
	for _, part := range []string{"confirms", "fields_count", "languages", "changed_on", "opened_on"} {
		refuse(there(part) && is("exists", false), part+" without exists")
	}
	refuse(there("title_given") && is("kind", "none"), "title_given of none")
	refuse(there("ended") && is("kind", "page", "dialog"), "ended of a kind")
	refuse(there("endless") && there("ended"), "endless and ended")
	refuse(is("endless", false) && is("kind", "page", "none"), "not endless")
	return wrong
}

// Whoever tries out values asks which of them contradict what is known.
func TestClashes(t *testing.T) {
	t.Parallel()
	schema := sampled()
	relations, err := NewRelations(schema.bundle())
	require.NoError(t, err)
	for _, c := range []struct {
		facts, path string
		want        bool
	}{
		{"service: {}\nnotices: {submitted_count: 3, lost_count: 4}", "notices lost_count", true},
		{"service: {}\nnotices: {submitted_count: 3, lost_count: 4}", "notices submitted_count", true},
		{"service: {}\nnotices: {submitted_count: 3, lost_count: 4}", "notices reviewed_count", false},
		{"service: {}\nnotices: {submitted_count: 4, lost_count: 3, reviewed_count: 3}", "notices lost_count", true},
		// Nobody checks days against a day of assessment that was set from outside.
		{"assessment: {date: 2023-04-24}\nservice: {designation_decided_on: 2023-04-25}", "service designation_decided_on", false},
		// A designation of which nobody says that it has not ended may be one of a former platform.
		{"service: {designation_status: vlop, categories: [hosting]}", "service designation_status", false},
		{"service: {designation_status: vlop, categories: [hosting], designation_terminated: false}", "service designation_status", true},
		{"service: {designation_status: vlop, categories: [hosting], designation_terminated: false}", "service categories", true},
		// An empty sample is never known unless its whole can be empty.
		{"ads: {sampled_count: 0}", "ads sampled_count", false},
		{"ads: {sampled_count: 0, shown: true}", "ads sampled_count", false},
		{"ads: {sampled_count: 0, shown: true, shown_count: 1, formats: [video]}\nnotices: {submitted_count: 3}", "ads sampled_count", true},
		{"ads: {sampled_count: 0, shown: true, shown_count: 1, formats: [video]}\nnotices: {submitted_count: 3}", "ads shown_count", true},
		{"ads: {systems_count: 0}", "ads systems_count", true},
		{"ads: {marked_count: 0}", "ads marked_count", false},
		{"ads: {marked_count: 0, sampled_count: 4}", "ads marked_count", false},
	} {
		parsed, problems := document.Parse("f.yaml", []byte(c.facts), document.YAML)
		require.Empty(t, problems)
		section, name, _ := strings.Cut(c.path, " ")
		require.Equal(t, c.want, relations.Clashes(parsed[0].Root, Path{section, name}), fmt.Sprint(c))
	}

	forms, err := NewRelations(paired().bundle())
	require.NoError(t, err)
	require.True(t, forms.PairedWith(Path{"form", "exists"}, Path{"form", "confirms"}))
	require.True(t, forms.PairedWith(Path{"form", "confirms"}, Path{"form", "exists"}))
	require.False(t, forms.PairedWith(Path{"form", "confirms"}, Path{"form", "kind"}))
	require.False(t, forms.PairedWith(Path{"none"}, Path{"nothing"}))
}

// A count that nobody gave lies between its parts and its wholes.
func TestBounds(t *testing.T) {
	t.Parallel()
	relations, err := NewRelations(smallSchema(t).bundle())
	require.NoError(t, err)
	for _, c := range []struct{ facts, of, want string }{
		{"notices: {}", "submitted_count", "- -"},
		{"notices: {lost_count: 4}", "submitted_count", "4 -"},
		{"notices: {lost_count: 4, reviewed_count: 3}", "submitted_count", "7 -"},
		{"complaints: {about_notices_count: 9}\nnotices: {lost_count: 4}", "submitted_count", "9 -"},
		{"notices: {submitted_count: 5}", "lost_count", "- 5"},
		{"notices: {submitted_count: 5}", "hours", "- -"},
		{"notices: {submitted_count: 5}", "submitted_count", "5 5"},
		{"notices: {mechanism_exists: true}", "mechanism_exists", "- -"},
	} {
		parsed, problems := document.Parse("f.yaml", []byte(c.facts), document.YAML)
		require.Empty(t, problems)
		low, high := relations.Bounds(parsed[0].Root, Path{"notices", c.of})
		show := func(bound *big.Rat) string {
			if bound == nil {
				return "-"
			}
			return bound.RatString()
		}
		require.Equal(t, c.want, show(low)+" "+show(high), "%s of %s", c.of, c.facts)
	}
	require.True(t, relations.Counted(Path{"notices", "submitted_count"}))
	require.True(t, relations.Counted(Path{"notices", "lost_count"}))
	require.False(t, relations.Counted(Path{"notices", "hours"}))
}
