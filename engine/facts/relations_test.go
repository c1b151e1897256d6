package facts

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestContradictions(t *testing.T) {
	t.Parallel()
	const partHint = "    hint: a part cannot be greater than the whole; one of the two is wrong, or they were counted over different periods"
	for _, test := range []struct {
		note, content string
		want          []string
	}{
		{"part of its whole", "service: {}\nnotices: {submitted_count: 10, lost_count: 10}", nil},
		{
			"part greater than its whole", "service: {}\nnotices:\n  submitted_count: 10\n  lost_count: 11",
			[]string{"4:15: notices.lost_count is 11, more than the 10 of notices.submitted_count (line 3, column 20)", partHint},
		},
		{
			"whole in another section", "service: {}\nnotices:\n  submitted_count: 10\ncomplaints: {about_notices_count: 11}",
			[]string{"4:35: complaints.about_notices_count is 11, more than the 10 of notices.submitted_count (line 3, column 20)", partHint},
		},
		{"whole not known", "service: {}\nnotices: {lost_count: 11, submitted_count: null}", nil},
		{
			"parts together", "service: {}\nnotices:\n  submitted_count: 10\n  reviewed_count: 7\n  lost_count: 4",
			[]string{"5:15: notices.lost_count and notices.reviewed_count together are 11, more than the 10 of notices.submitted_count (line 3, column 20)", "    hint: parts that have nothing in common cannot exceed the whole; one of the counts is wrong, or they were taken over different periods"},
		},
		{
			"end before beginning", "service: {}\nassessment:\n  period: {from: 2023-08-31, to: 2023-07-01}",
			[]string{"3:34: assessment.period.to is 2023-07-01, before assessment.period.from, which is 2023-08-31 (line 3, column 18)"},
		},
		{"same day", "service: {}\nassessment:\n  period: {from: 2023-08-31, to: 2023-08-31}", nil},
		{
			"assessed before it was designated", "assessment: {date: 2023-04-24}\nservice: {designation_decided_on: 2023-04-25}",
			[]string{"1:20: assessment.date is 2023-04-24, before service.designation_decided_on, which is 2023-04-25 (line 2, column 35)"},
		},
		{
			"within a list", "service:\n  suspensions:\n  - from: 2023-09-27\n    lifted_on: 2023-09-26",
			[]string{"4:16: service.suspensions[0].lifted_on is 2023-09-26, before service.suspensions[0].from, which is 2023-09-27 (line 3, column 11)"},
		},
		{
			"flag against its date", "service:\n  designation_terminated: false\n  termination_notified_on: 2025-05-27",
			[]string{
				"2:27: service.designation_terminated is false, but service.termination_notified_on is given (line 3, column 28)",
				"    hint: write true, leave the flag out, or remove the date",
			},
		},
		{
			"platform that is none", "service:\n  categories: [hosting]\n  designation_status: vlop",
			[]string{
				"3:23: service.designation_status is vlop, but service.categories (line 2, column 15) has no online_platform or marketplace",
				"    hint: add the category, or correct the status",
			},
		},
		{
			"search engine that is none", "service:\n  categories: [marketplace]\n  designation_status: vlose",
			[]string{
				"3:23: service.designation_status is vlose, but service.categories (line 2, column 15) has no online_search_engine",
				"    hint: add the category, or correct the status",
			},
		},
		{"a marketplace is a platform", "service: {categories: [marketplace], designation_status: vlop}", nil},
		{"a platform that is one no more", "service: {categories: [hosting], designation_status: vlop, designation_terminated: true}", nil},
		{"which the notice of the end says as well", "service: {categories: [hosting], designation_status: vlop, termination_notified_on: 2024-05-27}", nil},
		{"no category for no status", "service: {categories: [hosting], designation_status: none}", nil},
		{"categories not known", "service: {designation_status: vlop}", nil},
		{
			"only known values of the right kind are compared", "service: {}\nnotices: {submitted_count: 10, lost_count: \"11\"}",
			[]string{`2:44: notices.lost_count is "11"; expected a whole number`, "    hint: remove the quotes"},
		},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, test.want, complaints(t, "f.yaml", test.content))
		})
	}
}

// A relation with a misspelt name would never be checked.
func TestRelationsMustLeadSomewhere(t *testing.T) {
	t.Parallel()
	for _, relation := range []string{
		`"properties": {"a": {"part_of": "b"}}`,
		`"properties": {"a": {"not_before": ["a", "x.y"]}}`,
		`"properties": {"a": {"implied_by": "b"}}`,
		`"properties": {"a": {"implied_by": ["a", "b"]}}`,
		`"properties": {"a": {}}, "sum_at_most": {"fields": ["a"], "of": "b"}`,
		`"properties": {"a": {"present_only_if": "b"}}`,
		`"properties": {"a": {"present_only_if": {"is": [true]}}}`,
		`"properties": {"a": {"excludes": ["a", "b"]}}`,
		`"properties": {"a": {"excludes": {"is": 0, "field": "x.y"}}}`,
		`"properties": {"a": {"implies": {"then": {"field": "b"}}}}`,
		`"properties": {"a": {"implies": "a"}}`,
	} {
		var bundle map[string]any
		require.NoError(t, json.Unmarshal([]byte("{"+relation+"}"), &bundle))
		_, err := NewSchema(bundle)
		require.ErrorContains(t, err, "no such field", relation)
	}
}

// A relation with a misspelt key would say something else.
func TestRelationsHaveKnownKeys(t *testing.T) {
	t.Parallel()
	for _, relation := range []string{
		`"present_only_if": {"field": "a", "si": true}`,
		`"excludes": {"field": "a", "other_is": 0}`,
		`"implies": {"if": 1, "then": {"field": "a"}}`,
		`"implies": {"is": 1, "then": {"field": "a", "equals": 1}}`,
	} {
		var bundle map[string]any
		require.NoError(t, json.Unmarshal([]byte(`{"properties": {"a": {`+relation+`}}}`), &bundle))
		_, err := NewSchema(bundle)
		require.ErrorContains(t, err, "has the key", relation)
	}
}

func TestNewSchemaFails(t *testing.T) {
	t.Parallel()
	for _, bundle := range []map[string]any{
		{"type": 3},
		{"$ref": "https://example.org/other.json"},
		{"$ref": "#/$defs/none"},
		{"x": func() {}},
	} {
		_, err := NewSchema(bundle)
		require.ErrorContains(t, err, "facts schema: ")
	}
}

// Any of several dates implies a flag, and contradicts it.
func TestImpliedBySeveral(t *testing.T) {
	t.Parallel()
	schema := mustSchema(strings.Replace(small, `"implied_by": "lifted_on"`, `"implied_by": ["from", "lifted_on"]`, 1))
	for content, want := range map[string]string{
		"{from: 2023-09-27, lifted_on: 2023-09-28}": "f.yaml:1:33",
		"{from: null, lifted_on: 2023-09-28}":       "f.yaml:1:50",
		"{from: null}":                              "",
	} {
		documents, err := schema.Load("f.yaml", []byte("service: {suspensions: [ "+content+" ]}"))
		require.NoError(t, err)
		lifted, known := documents[0].At("/service/suspensions/0/lifted")
		require.Equal(t, want != "", known, content)
		if known {
			require.True(t, lifted.Bool)
			require.Equal(t, want, lifted.Position.String())
		}
	}
	_, err := schema.Load("f.yaml", []byte("service: {suspensions: [{from: 2023-09-27, lifted: false}]}"))
	require.ErrorContains(t, err, "suspensions[0].lifted is false, but service.suspensions[0].from is given (line 1, column 32)")
}

// What asserts something implies the flag that there is such a thing; false, 0 and
// an empty list agree with its absence.
func TestImpliedByAssertion(t *testing.T) {
	t.Parallel()
	schema := mustSchema(`{"properties": {"reports": {"properties": {
		"exists": {"type": "boolean", "implied_by": ["readers", "parts", "published", "opinion"]},
		"readers": {"type": "integer"},
		"parts": {"type": "array", "items": {"type": "string"}},
		"published": {"type": "boolean"},
		"opinion": {"type": ["string", "null"]}}}}}`)
	for content, implies := range map[string]bool{
		"readers: 1":             true,
		"readers: 0":             false,
		"parts: [a]":             true,
		"parts: []":              false,
		"published: true":        true,
		"published: false":       false,
		"opinion: negative":      true,
		"opinion: null":          false,
		"readers: 0, parts: [a]": true,
	} {
		documents, err := schema.Load("f.yaml", []byte("reports: {"+content+"}"))
		require.NoError(t, err, content)
		exists, known := documents[0].At("/reports/exists")
		require.Equal(t, implies, known, content)
		require.True(t, !known || exists.Bool, content)

		_, err = schema.Load("f.yaml", []byte("reports: {exists: false, "+content+"}"))
		require.Equal(t, implies, err != nil, content)
	}
	_, err := schema.Load("f.yaml", []byte("reports: {exists: false, readers: 3}"))
	require.ErrorContains(t, err, "reports.exists is false, but reports.readers is 3 (line 1, column 35)")
}

// Users bring sections of their own, which may refer to themselves.
func TestExtensions(t *testing.T) {
	t.Parallel()
	own := `"extensions": {"type": "object", "properties": {"shop": {"$ref": "#/$defs/shop"}}}`
	schema := mustSchema(strings.Replace(strings.Replace(small, `"extensions": {"type": ["object", "null"]}`, own, 1),
		`"$defs": {`, `"$defs": {"shop": {"type": "object", "additionalProperties": false, "properties": {
			"open": {"$ref": "#/$defs/flag"}, "sold_count": {"part_of": "offered_count"}, "offered_count": {},
			"branch": {"allOf": [{"$ref": "#/$defs/shop"}]}}},`, 1))
	documents, err := schema.Load("f.yaml", []byte("service: {}\nextensions: {shop: {branch: {open: true}}}"))
	require.NoError(t, err)
	var below []string
	for _, path := range documents[0].Unknowns() {
		if path[0] == "extensions" {
			below = append(below, path.String())
		}
	}
	require.Equal(t, []string{
		"extensions.shop.branch.branch", "extensions.shop.branch.offered_count", "extensions.shop.branch.sold_count",
		"extensions.shop.offered_count", "extensions.shop.open", "extensions.shop.sold_count",
	}, below)
	_, err = schema.Load("f.yaml", []byte("service: {}\nextensions: {shop: {branch: {sold_count: 2, offered_count: 1}}}"))
	require.ErrorContains(t, err, "f.yaml:2:42: extensions.shop.branch.sold_count is 2, more than the 1 of extensions.shop.branch.offered_count (line 2, column 60)")
}
