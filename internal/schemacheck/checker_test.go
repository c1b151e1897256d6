package schemacheck_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/schemacheck"
)

// pairs are schemas with documents, of which the validator says which are allowed.
// They are the seeds of the fuzz target as well.
var pairs = []struct {
	schema    string
	documents []string
}{
	{`{"type": "integer"}`, []string{`1`, `-0`, `1.0`, `1e3`, `10e-1`, `1.5`, `1e400`, `"1"`, `true`, `null`, `-0.0`, `123456789012345678901234567890.0`}},
	{`{"type": ["number", "null"], "minimum": 0, "maximum": 100}`, []string{`-0`, `-0.0`, `-1e-400`, `100.0`, `100.00000000000000000000000001`, `1e2`, `null`, `9223372036854775808`}},
	{`{"minimum": 0.5, "maximum": 1.5}`, []string{`0`, `1`, `2`, `0.5`, `5e-1`, `1.50`, `1.51`}},
	{`{"exclusiveMinimum": 0, "exclusiveMaximum": 1}`, []string{`0`, `1e-300`, `0.9999999999999999999999`, `1`, `1.0`, `"x"`}},
	{`{"minimum": 9007199254740993, "maximum": 1e30}`, []string{`9007199254740992`, `9007199254740993.0`, `9007199254740992.999`, `1e30`, `1000000000000000000000000000001`}},
	{`{"enum": ["a", null, 1, [1, {"b": 2}], false]}`, []string{`"a"`, `"b"`, `null`, `1.0`, `true`, `false`, `0`, `[1.0, {"b": 2e0}]`, `[1]`, `{}`}},
	{`{"const": {"a": 1, "b": [null]}}`, []string{`{"b": [null], "a": 1.0}`, `{"a": 1}`, `{"a": 1, "b": [null], "c": 1}`, `[]`}},
	{`{"const": null}`, []string{`null`, `0`}},
	{`{"minLength": 1, "maxLength": 2}`, []string{`""`, `"é"`, `"😀😀"`, `"abc"`, `"e\u0301"`, `"\ud800"`, `1`}},
	{`{"pattern": "^[a-z]{2,3}$"}`, []string{`"de"`, `"de\n"`, `"DE"`, `"deut"`, `3`}},
	{`{"pattern": "\\d"}`, []string{`"1"`, `"１"`, `""`}},
	{`{"format": "date"}`, []string{`"2024-02-29"`, `"2023-02-29"`, `"2023-2-3"`, `"2023-02-03T00:00:00Z"`, `""`, `20230203`}},
	{`{"format": "uri"}`, []string{`"https://example.org"`, `"/a"`, `"http://[::1"`, `"mailto:a@b"`, `""`}},
	{`{"uniqueItems": true, "minItems": 1, "maxItems": 14}`, []string{
		`[]`, `[1, 1.0]`, `[1, true]`, `["1", 1]`, `[{"a": 1, "b": 2}, {"b": 2.0, "a": 1}]`, `[[], {}]`, `[[1, 2], [12]]`, `[0, -0]`, `[null, null]`,
		`[1,2,3,4,5,6,7,8,9,10,11,12,13,1e0]`, `[1,2,3,4,5,6,7,8,9,10,11,12,13,"1"]`, `[1,2,3,4,5,6,7,8,9,10,11,12,["a","b"],["a,1:b"]]`,
		`[1,2,3,4,5,6,7,8,9,10,11,12,{"a":1,"b":2},{"b":2,"a":1.0}]`, `[1,2,3,4,5,6,7,8,9,10,11,12,{"a":12},{"a1":2}]`, `[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]`,
	}},
	{`{"items": {"type": "string"}}`, []string{`[]`, `["a", 1]`, `["a", "b"]`, `{"a": 1}`}},
	{`{"properties": {"a": {"type": "string"}, "n": false}, "additionalProperties": false, "required": ["a"]}`, []string{
		`{}`, `{"a": "x"}`, `{"a": 1}`, `{"a": "x", "b": 1}`, `{"a": "x", "n": null}`, `[]`,
	}},
	{`{"required": ["a", "b"], "properties": {"a": true}}`, []string{`{"a": null, "b": null}`, `{"a": 1}`}},
	{`{"patternProperties": {"^x": {"type": "null"}, "y$": {"type": "null"}}, "additionalProperties": {"type": "boolean"}}`, []string{
		`{"xa": null, "b": true}`, `{"xa": true}`, `{"b": null}`, `{"xy": null}`, `{"ay": 1}`,
	}},
	{`{"propertyNames": {"pattern": "^[a-z]+$"}, "minProperties": 1, "maxProperties": 2}`, []string{`{}`, `{"a": 1}`, `{"A": 1}`, `{"": 1}`, `{"a":1,"b":1,"c":1}`}},
	{`{"propertyNames": false}`, []string{`{}`, `{"a": 1}`}},
	{`{"dependentRequired": {"a": ["b"], "": []}}`, []string{`{"a": 1}`, `{"a": 1, "b": null}`, `{"b": 1}`, `{"": 1}`}},
	{`{"$ref": "#/$defs/n", "maximum": 5, "$defs": {"n": {"type": "integer"}}}`, []string{`5`, `6`, `1.5`, `"x"`}},
	{`{"type": "object", "additionalProperties": {"$ref": "#"}}`, []string{`{}`, `{"a": {"b": {}}}`, `{"a": {"b": 1}}`}},
	{`{"$ref": "#/$defs/a~1b~0c", "$defs": {"a/b~c": {"type": "null"}}}`, []string{`null`, `1`}},
	{`{"anyOf": [{"type": "string"}, {"minimum": 3}]}`, []string{`"a"`, `2`, `3`, `null`}},
	{`{"oneOf": [{"type": "integer"}, {"minimum": 3}, {"const": 9}]}`, []string{`1`, `4`, `2.5`, `3.5`, `9`}},
	{`{"allOf": [{"minimum": 1}, {"maximum": 2}], "not": {"const": 1.5}}`, []string{`1`, `1.5`, `1.50`, `3`, `0`}},
	{`true`, []string{`1`}},
	{`false`, []string{`1`, `null`}},
	{`{}`, []string{`1`}},
}

// TestAnswers compares the answers with those of the validator, keyword by keyword.
func TestAnswers(t *testing.T) {
	t.Parallel()
	for _, pair := range pairs {
		schema := decode(pair.schema)
		checker, err := compile(schema)
		require.NoError(t, err, pair.schema)
		validator, err := validator(schema)
		require.NoError(t, err, pair.schema)
		for _, text := range pair.documents {
			value := decode(text)
			require.Equal(t, validator.Validate(value) == nil, checker.Accepts(document.NodeOf(value)), "%s %s", pair.schema, text)
		}
	}
}

// TestUnsupported lists schemas that are refused: some are sound and have keywords
// that are not known, others are wrong.
func TestUnsupported(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		schema string
		want   schemacheck.Unsupported
	}{
		{`{"properties": {"a": {"multipleOf": 2}}}`, schemacheck.Unsupported{Place: "/properties/a", Keyword: "multipleOf"}},
		{`{"items": {"if": true}}`, schemacheck.Unsupported{Place: "/items", Keyword: "if"}},
		{`{"typ": "string"}`, schemacheck.Unsupported{Keyword: "typ"}},
		{`{"type": "text"}`, schemacheck.Unsupported{Keyword: "type"}},
		{`{"type": []}`, schemacheck.Unsupported{Keyword: "type"}},
		{`{"type": ["null", "null"]}`, schemacheck.Unsupported{Keyword: "type"}},
		{`{"enum": []}`, schemacheck.Unsupported{Keyword: "enum"}},
		{`{"minimum": "1"}`, schemacheck.Unsupported{Keyword: "minimum"}},
		{`{"maximum": 1e999999999}`, schemacheck.Unsupported{Keyword: "maximum"}},
		{`{"enum": [[{"a": 1e-999999999}]]}`, schemacheck.Unsupported{Keyword: "enum"}},
		{`{"minLength": -1}`, schemacheck.Unsupported{Keyword: "minLength"}},
		{`{"minItems": 1.5}`, schemacheck.Unsupported{Keyword: "minItems"}},
		{`{"required": "a"}`, schemacheck.Unsupported{Keyword: "required"}},
		{`{"required": ["a", "a"]}`, schemacheck.Unsupported{Keyword: "required"}},
		{`{"uniqueItems": "yes"}`, schemacheck.Unsupported{Keyword: "uniqueItems"}},
		{`{"pattern": "(?=a)"}`, schemacheck.Unsupported{Keyword: "pattern"}},
		{`{"patternProperties": {"(": true}}`, schemacheck.Unsupported{Keyword: "patternProperties"}},
		{`{"format": "colour"}`, schemacheck.Unsupported{Keyword: "format"}},
		{`{"anyOf": []}`, schemacheck.Unsupported{Keyword: "anyOf"}},
		{`{"items": [true]}`, schemacheck.Unsupported{Place: "/items"}},
		{`{"description": 1}`, schemacheck.Unsupported{Keyword: "description"}},
		{`{"$id": "x"}`, schemacheck.Unsupported{Keyword: "$id"}},
		{`{"$defs": {"a/b": {"$id": "https://example.org/x"}}}`, schemacheck.Unsupported{Place: "/$defs/a~1b", Keyword: "$id"}},
		{`{"$schema": "http://json-schema.org/draft-07/schema#"}`, schemacheck.Unsupported{Keyword: "$schema"}},
		{`{"$ref": "common.schema.json"}`, schemacheck.Unsupported{Keyword: "$ref"}},
		{`{"$ref": "#/$defs/none"}`, schemacheck.Unsupported{Keyword: "$ref"}},
		{`{"$ref": "#/examples/0", "examples": [{}]}`, schemacheck.Unsupported{Keyword: "$ref"}},
		{`{"$ref": "#"}`, schemacheck.Unsupported{Keyword: "$ref"}},
		{`{"items": {"not": {"$ref": "#/items"}}}`, schemacheck.Unsupported{Place: "/items", Keyword: "$ref"}},
		{`{"items": {"anyOf": [true, {"$ref": "#/items"}]}}`, schemacheck.Unsupported{Place: "/items", Keyword: "$ref"}},
	} {
		_, err := compile(decode(c.schema))
		var have schemacheck.Unsupported
		require.ErrorAs(t, err, &have, c.schema)
		if c.want.Keyword == "$ref" && strings.Contains(c.schema, "/items\"") {
			have.Place = c.want.Place // any of those in the circle
		}
		require.Equal(t, c.want, have, c.schema)
	}
}

// TestNoNumber shows that text in the place of a number, which no decoder returns,
// is not accepted as any.
func TestNoNumber(t *testing.T) {
	t.Parallel()
	n := &document.Node{Kind: document.Number, Text: "many"}
	for _, schema := range []string{`{"type": "integer"}`, `{"minimum": 0}`, `{"const": 0}`} {
		checker, err := compile(decode(schema))
		require.NoError(t, err)
		require.False(t, checker.Accepts(n), schema)
	}
}

// FuzzAgree shows of any schema that it is refused or sound, and of any document
// that the validator answers alike.
func FuzzAgree(f *testing.F) {
	for _, pair := range pairs {
		for _, text := range pair.documents {
			f.Add(pair.schema, text)
		}
	}
	f.Fuzz(func(t *testing.T, schemaText, text string) {
		if !json.Valid([]byte(schemaText)) || !json.Valid([]byte(text)) {
			return
		}
		schema := decode(schemaText)
		checker, err := compile(schema)
		if err != nil {
			return
		}
		documents, problems := document.Parse("f.json", []byte(text), document.JSON)
		if len(problems) > 0 || len(documents) != 1 {
			return
		}
		validator, err := validator(schema)
		require.NoError(t, err, schemaText)
		root := documents[0].Root
		require.Equal(t, validator.Validate(root.Value()) == nil, checker.Accepts(root), "%s %s", schemaText, text)
	})
}
