package schemacheck_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/dsaeval/dsaeval/internal/schemacheck"
)

// compile reads a schema as schemas of facts are read.
func compile(schema any) (*schemacheck.Checker, error) {
	return schemacheck.Compile(schema, schemacheck.Dialect{
		Format: func(name string) func(string) bool {
			test := jsonschema.Formats[name]
			if test == nil {
				return nil
			}
			return func(text string) bool { return test(text) }
		},
		Annotation: func(keyword string) bool { return strings.HasPrefix(keyword, "x-") },
	})
}

// validator is what the checker is measured against.
func validator(schema any) (compiled *jsonschema.Schema, err error) {
	defer func() {
		if panicked := recover(); panicked != nil { // as on a pattern that is none
			err = fmt.Errorf("%v", panicked)
		}
	}()
	content, err := json.Marshal(schema)
	if err != nil {
		return nil, err
	}
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.AssertFormat = true
	compiler.LoadURL = func(url string) (io.ReadCloser, error) { return nil, fmt.Errorf("%s is elsewhere", url) }
	if err := compiler.AddResource("https://example.org/schema.json", bytes.NewReader(content)); err != nil {
		return nil, err
	}
	return compiler.Compile("https://example.org/schema.json")
}

// decode reads JSON with numbers as they are written.
func decode(text string) any {
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		panic(err)
	}
	return value
}
