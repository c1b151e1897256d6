package facts

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// sampled is the small schema with a section of samples.
func sampled() *Schema {
	return mustSchema(strings.Replace(small, `"extensions": {"type": ["object", "null"]}`, `
	"extensions": {"type": ["object", "null"]},
	"ads": {"type": ["object", "null"], "additionalProperties": false, "properties": {
		"shown": {"$ref": "#/$defs/flag", "implied_by": "shown_on"},
		"shown_on": {"$ref": "#/$defs/date"},
		"shown_count": {"$ref": "#/$defs/count"},
		"formats": {"type": ["array", "null"], "items": {"type": "string"}},
		"sampled_count": {"$ref": "#/$defs/count", "x-role": "sample", "x-whole": ["shown", "shown_count", "formats", "notices.submitted_count"]},
		"marked_count": {"$ref": "#/$defs/count", "x-role": "class", "part_of": "sampled_count"},
		"unmarked_count": {"$ref": "#/$defs/count", "x-role": "class", "part_of": "sampled_count"},
		"payer_count": {"$ref": "#/$defs/count", "x-role": "class", "part_of": "marked_count", "x-whole": "shown_count"},
		"resampled_count": {"$ref": "#/$defs/count", "x-role": "sample", "x-whole": "sampled_count"},
		"systems_count": {"$ref": "#/$defs/count", "x-role": "sample"},
		"days": {"type": ["array", "null"], "items": {"type": "object", "properties": {
			"seen_count": {"$ref": "#/$defs/count", "x-role": "sample", "x-whole": "all_count"}, "all_count": {"$ref": "#/$defs/count"}}}},
		"round": {"$ref": "#/$defs/count", "x-role": "sample", "x-whole": "about"},
		"about": {"$ref": "#/$defs/count", "x-role": "sample", "x-whole": "round"}}}`, 1))
}

func TestEmptySamples(t *testing.T) {
	t.Parallel()
	schema := sampled()
	for _, c := range []struct {
		note, ads string
		aside     []string
	}{
		{"nothing was looked at", "sampled_count: 0", []string{"sampled_count"}},
		{"something was", "sampled_count: 1", nil},
		{"there is nothing to look at", "sampled_count: 0, shown_count: 0", nil},
		{"there is something", "sampled_count: 0, shown_count: 1", []string{"sampled_count"}},
		{"the whole is not known", "sampled_count: 0, shown_count: null", []string{"sampled_count"}},
		{"a flag says that there is nothing", "sampled_count: 0, shown: false", nil},
		{"or that there is something", "sampled_count: 0, shown: true", []string{"sampled_count"}},
		{"a day implies it", "sampled_count: 0, shown_on: 2024-01-01", []string{"sampled_count"}},
		{"a list is empty", "sampled_count: 0, formats: []", nil},
		{"a list is not", "sampled_count: 0, formats: [video]", []string{"sampled_count"}},
		{"any of the wholes will do", "sampled_count: 0, shown_count: 1, formats: []", nil},
		{"a sample without a whole", "systems_count: 0", []string{"systems_count"}},
		{"none of the class", "sampled_count: 5, marked_count: 0", nil},
		{"the class of nobody knows how many", "marked_count: 0", []string{"marked_count"}},
		{"the class of an empty sample", "sampled_count: 0, marked_count: 0", []string{"sampled_count", "marked_count"}},
		{"the class of a sample that is rightly empty", "sampled_count: 0, marked_count: 0, shown: false", nil},
		{"the class of a class that is empty", "sampled_count: 5, marked_count: 0, payer_count: 0", nil},
		{"another class of a sample that nobody counted", "marked_count: 3, unmarked_count: 0", nil},
		{"a class with a whole of its own", "payer_count: 0, shown_count: 0", nil},
		{"a whole that is itself an empty sample", "sampled_count: 0, resampled_count: 0", []string{"sampled_count", "resampled_count"}},
		{"a whole that is rightly empty", "shown: false, sampled_count: 0, resampled_count: 0", nil},
		{"in a list, each by its siblings", "days: [{seen_count: 0, all_count: 0}, {seen_count: 0, all_count: 3}, {seen_count: 0}]", []string{"days/1/seen_count", "days/2/seen_count"}},
		{"wholes that go round in a circle", "round: 0, about: 0", []string{"round", "about"}},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			documents, err := schema.Load("f.yaml", []byte("service: {}\nads: {"+c.ads+"}"))
			require.NoError(t, err)
			f := documents[0]
			var aside []string
			for _, s := range f.SetAside() {
				require.Equal(t, report.EmptySample, s.Reason)
				require.Equal(t, "0", s.Value.Text)
				require.Equal(t, 2, s.Value.Position.Line)
				aside = append(aside, strings.TrimPrefix(s.Pointer, "/ads/"))
				_, known := f.At(s.Pointer)
				require.False(t, known, "%s is set aside", s.Pointer)
				require.Contains(t, pointers(f.Unknowns()), s.Pointer)
				found, ok := f.Aside(s.Pointer)
				require.True(t, ok)
				require.Equal(t, s, found)
			}
			require.Equal(t, c.aside, aside)
			_, found := f.Aside("/service/name")
			require.False(t, found)
		})
	}
}

func TestWholeInAnotherSection(t *testing.T) {
	t.Parallel()
	documents, err := sampled().Load("f.yaml", []byte("service: {}\nnotices: {submitted_count: 0}\nads: {sampled_count: 0}"))
	require.NoError(t, err)
	require.Empty(t, documents[0].SetAside())
	documents, err = sampled().Load("f.yaml", []byte("service: {}\nads: {sampled_count: 0}"))
	require.NoError(t, err)
	require.Equal(t, "an empty sample shows nothing unless it is known that there is nothing in "+
		"ads.shown, ads.shown_count, ads.formats or notices.submitted_count", documents[0].SetAside()[0].Why())
}

// A role that is misspelt or has no sample would leave a count without one.
func TestRolesMustBeWhole(t *testing.T) {
	t.Parallel()
	for properties, want := range map[string]string{
		`"a": {"x-role": "smaple"}`:                                   `a: x-role is "smaple"; expected sample or class`,
		`"a": {"x-role": "class"}`:                                    "a: a class is part_of a sample",
		`"a": {"x-whole": "b"}, "b": {}`:                              "a: x-whole without x-role",
		`"a": {"x-role": "sample", "x-whole": "b"}`:                   "a refers to b: no such field",
		`"a": {"x-role": "sample", "x-whole": ["b", "x.y"]}, "b": {}`: "a refers to x.y: no such field",
	} {
		var bundle map[string]any
		require.NoError(t, json.Unmarshal([]byte(`{"properties": {`+properties+`}}`), &bundle))
		_, err := NewSchema(bundle)
		require.ErrorContains(t, err, want)
	}
}

// Facts whose source disqualifies them are unknown, imply nothing and are no whole.
func TestDisqualified(t *testing.T) {
	t.Parallel()
	schema := sampled()
	load := func(text string, doubtful map[string]report.AsideReason) *Facts {
		parsed, problems := document.Parse("f.yaml", []byte(text), document.YAML)
		require.Empty(t, problems)
		known, aside := usable(parsed[0].Root, nil, schema.relations, func(path Path) report.AsideReason {
			for at := path; len(at) > 0; at = at[:len(at)-1] {
				if reason, ok := doubtful[at.Pointer()]; ok {
					return reason
				}
			}
			return ""
		})
		return &Facts{schema: schema, known: known, aside: aside}
	}
	text := "assessment: {date: 2024-01-01}\nservice: {}\nads:\n  shown_on: 2024-01-01\n  shown_count: 0\n  sampled_count: 0\n" +
		"  formats: [video, audio]\n  days: [{seen_count: 3, all_count: 4}]\n"
	for _, c := range []struct {
		note     string
		doubtful map[string]report.AsideReason
		want     []string
	}{
		{"no doubt", nil, nil},
		{"a day implies nothing", map[string]report.AsideReason{"/ads/shown_on": report.Alleged}, []string{"alleged /ads/shown_on = 2024-01-01"}},
		{
			"a whole that does not count",
			map[string]report.AsideReason{"/ads/shown_count": report.Annulled},
			[]string{"annulled /ads/shown_count = 0", "empty_sample /ads/sampled_count = 0"},
		},
		{"a list of words is one fact", map[string]report.AsideReason{"/ads/formats": report.Alleged}, []string{"alleged /ads/formats = [video audio]"}},
		{"a fact of an element", map[string]report.AsideReason{"/ads/days/0/seen_count": report.Alleged}, []string{"alleged /ads/days/0/seen_count = 3"}},
		{
			"a section but for one fact",
			map[string]report.AsideReason{"/ads": report.Alleged, "/ads/days": "", "/ads/shown_count": "", "/ads/sampled_count": ""},
			[]string{"alleged /ads/shown_on = 2024-01-01", "alleged /ads/formats = [video audio]"},
		},
		{"the day of the assessment is no claim", map[string]report.AsideReason{"/assessment": report.Alleged}, nil},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			f := load(text, c.doubtful)
			var aside []string
			for _, s := range f.SetAside() {
				aside = append(aside, fmt.Sprintf("%s %s = %v", s.Reason, s.Pointer, s.Value.Value()))
				_, known := f.At(s.Pointer)
				require.False(t, known)
				require.Contains(t, pointers(f.Unknowns()), s.Pointer)
				require.NotEmpty(t, s.Why())
			}
			require.Equal(t, c.want, aside)
			_, shown := f.At("/ads/shown")
			require.Equal(t, c.doubtful["/ads/shown_on"] == "" && c.doubtful["/ads"] == "", shown)
			require.Equal(t, report.Day("2024-01-01"), f.AssessmentDate())
		})
	}
}

func pointers(paths []Path) []string {
	var all []string
	for _, path := range paths {
		all = append(all, path.Pointer())
	}
	return all
}
