package facts

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/schemas"
)

// small is a schema that has one of everything, so that the tests do not change
// when the sections do.
const small = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "type": "object", "additionalProperties": false, "required": ["service"],
  "properties": {
    "assessment": {"type": ["object", "null"], "additionalProperties": false, "properties": {
      "date": {"$ref": "#/$defs/date", "not_before": "service.designation_decided_on"},
      "period": {"type": ["object", "null"], "additionalProperties": false, "properties": {
        "from": {"$ref": "#/$defs/date"}, "to": {"$ref": "#/$defs/date", "not_before": "from"}}},
      "note": {"$ref": "#/$defs/text"}}},
    "service": {"type": ["object", "null"], "additionalProperties": false, "properties": {
      "name": {"$ref": "#/$defs/text"}, "provider": {"$ref": "#/$defs/text"},
      "categories": {"type": ["array", "null"], "items": {"enum": ["hosting", "online_platform", "marketplace", "online_search_engine"]}, "uniqueItems": true, "minItems": 1},
      "enterprise_size": {"enum": ["micro", "small", "medium", "large", null]},
      "designation_status": {"enum": ["none", "vlop", "vlose", null]},
      "designation_decided_on": {"$ref": "#/$defs/date"},
      "designation_terminated": {"$ref": "#/$defs/flag", "implied_by": "termination_notified_on"},
      "termination_notified_on": {"$ref": "#/$defs/date"},
      "state": {"type": ["string", "null"], "pattern": "^[A-Z]{2}$", "description": "A State, such as IE."},
      "languages": {"$ref": "#/$defs/languages", "examples": [["de", "mt"]]}, "currency": {"pattern": "^[A-Z]{3}$", "description": "A currency.", "examples": ["EUR"]},
      "suspensions": {"type": ["array", "null"], "default": [], "items": {"type": "object", "additionalProperties": false,
        "required": ["from"], "properties": {
          "from": {"$ref": "#/$defs/date"},
          "lifted": {"$ref": "#/$defs/flag", "implied_by": "lifted_on"},
          "lifted_on": {"$ref": "#/$defs/date", "not_before": "from"}}}}}},
    "notices": {"type": ["object", "null"], "additionalProperties": false,
      "sum_at_most": {"fields": ["lost_count", "reviewed_count"], "of": "submitted_count"},
      "properties": {
        "submitted_count": {"$ref": "#/$defs/count"},
        "lost_count": {"$ref": "#/$defs/count", "part_of": "submitted_count"},
        "reviewed_count": {"$ref": "#/$defs/count", "part_of": ["submitted_count"]},
        "hours": {"type": ["number", "null"], "minimum": 0, "maximum": 10000},
        "mechanism_exists": {"$ref": "#/$defs/flag"},
        "by_language": {"type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/count"}}}},
    "complaints": {"type": ["object", "null"], "additionalProperties": false, "properties": {
      "about_notices_count": {"$ref": "#/$defs/count", "part_of": "notices.submitted_count"},
      "log": {"type": ["array", "null"], "items": {"type": "object", "additionalProperties": false, "properties": {
        "delay": {"$ref": "#/$defs/count"}, "kind": {"oneOf": [{"type": "integer", "minimum": 1}, {"type": "string", "minLength": 2}]}}}}}},
    "extensions": {"type": ["object", "null"]},
    "sources": {"type": ["object", "null"], "propertyNames": {"pattern": "^[a-z0-9-]+$"}, "additionalProperties": {
      "type": "object", "additionalProperties": false, "required": ["title"],
      "properties": {"title": {"type": "string"}, "status": {"$ref": "#/$defs/status"}}}},
    "provenance": {"type": ["object", "null"], "propertyNames": {"pattern": "^(/[^/]+)+$"},
      "additionalProperties": {"anyOf": [
        {"type": "array", "items": {"type": "string"}, "minItems": 1},
        {"type": "object", "additionalProperties": false, "required": ["sources"], "properties": {
          "sources": {"type": "array", "items": {"type": "string"}, "minItems": 1}, "status": {"$ref": "#/$defs/status"}}}]}}},
  "$defs": {
    "languages": {"type": ["array", "null"], "description": "Languages.", "items": {"type": "string", "pattern": "^[a-z]{2}$"}},
    "status": {"enum": ["court", "final", "measured", "documented", "preliminary", "self_declared", "unstated", "alleged", "annulled", null]},
    "flag": {"type": ["boolean", "null"]},
    "count": {"type": ["integer", "null"], "minimum": 0},
    "text": {"type": ["string", "null"], "minLength": 1},
    "date": {"type": ["string", "null"], "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}
}`

func mustSchema(text string) *Schema {
	var bundle map[string]any
	if err := json.Unmarshal([]byte(text), &bundle); err != nil {
		panic(err)
	}
	schema, err := NewSchema(bundle)
	if err != nil {
		panic(err)
	}
	return schema
}

var (
	smallOnce = sync.OnceValue(func() *Schema { return mustSchema(small) })
	builtOnce = sync.OnceValues(func() (*Schema, error) {
		bundle, err := schemas.Facts()
		if err != nil {
			return nil, err
		}
		return NewSchema(bundle)
	})
)

func smallSchema(t testing.TB) *Schema {
	t.Helper()
	return smallOnce()
}

// realSchema is the schema that is shipped.
func realSchema(t testing.TB) *Schema {
	t.Helper()
	schema, err := Builtin()
	require.NoError(t, err)
	return schema
}

// load returns the facts of one valid document.
func load(t testing.TB, name, content string) *Facts {
	t.Helper()
	documents, err := smallSchema(t).Load(name, []byte(content))
	require.NoError(t, err)
	require.Len(t, documents, 1)
	return documents[0]
}

// complaints returns what is wrong with a document, line by line and without
// the name of the file.
func complaints(t testing.TB, name, content string) []string {
	t.Helper()
	_, err := smallSchema(t).Load(name, []byte(content))
	if err == nil {
		return nil
	}
	var problems Problems
	require.ErrorAs(t, err, &problems)
	return strings.Split(strings.ReplaceAll(err.Error(), name+":", ""), "\n")
}
