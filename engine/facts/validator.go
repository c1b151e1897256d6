package facts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/schemacheck"
)

// dialect is what schemas of facts hold beside the keywords of JSON Schema.
var dialect = schemacheck.Dialect{Format: format, Annotation: annotation}

// format tests a text as the validator does.
func format(name string) func(string) bool {
	if name == "date" {
		return document.IsDate // the same answers, without a copy of the text
	}
	test := jsonschema.Formats[name]
	if test == nil {
		return nil
	}
	return func(text string) bool { return test(text) }
}

// annotations are the keywords of schemas of facts that the validator ignores:
// what they say is read elsewhere.
var annotations = []string{
	"unit", "part_of", "not_before", "implied_by", "presumed_by", "present_only_if", "implies", "excludes", "sum_at_most",
}

func annotation(keyword string) bool {
	return strings.HasPrefix(keyword, "x-") || slices.Contains(annotations, keyword)
}

// compile makes the validator that words errors. It takes a tenth of a second, for
// which only documents that are refused are worth it.
func compile(bundle map[string]any) (*jsonschema.Schema, error) {
	content, err := json.Marshal(bundle)
	if err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	url, _ := bundle["$id"].(string)
	if url == "" {
		url = "https://github.com/dsaeval/dsaeval/schemas/facts.schema.json"
	}
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.AssertFormat = true
	compiler.LoadURL = func(url string) (io.ReadCloser, error) {
		return nil, fmt.Errorf("%s is not part of the schema", url)
	}
	if err := compiler.AddResource(url, bytes.NewReader(content)); err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	compiled, err := compiler.Compile(url)
	if err != nil {
		return nil, fmt.Errorf("facts schema: %w", err)
	}
	return compiled, nil
}

// plainCopy copies what a JSON decoder returns, with json.Number for numbers. What
// no decoder returns takes the way through JSON.
func plainCopy(value any) (any, error) {
	switch value := value.(type) {
	case nil, bool, string, json.Number:
		return value, nil
	case float64: // of json.Unmarshal
		content, err := json.Marshal(value)
		return json.Number(content), err
	case map[string]any:
		copied := make(map[string]any, len(value))
		for key, member := range value {
			var err error
			if copied[key], err = plainCopy(member); err != nil {
				return nil, err
			}
		}
		return copied, nil
	case []any:
		copied := make([]any, len(value))
		for i, element := range value {
			var err error
			if copied[i], err = plainCopy(element); err != nil {
				return nil, err
			}
		}
		return copied, nil
	default:
		content, err := json.Marshal(value)
		if err != nil {
			return nil, err
		}
		var decoded any
		decoder := json.NewDecoder(bytes.NewReader(content))
		decoder.UseNumber()
		err = decoder.Decode(&decoded)
		return decoded, err
	}
}
