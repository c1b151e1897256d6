// Package schemas holds the JSON Schemas (2020-12) of the documents that
// dsaeval reads and writes, one file per section.
package schemas

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed *.schema.json
var files embed.FS

const suffix = ".schema.json"

// FS returns the schema files as they are, for tools that want to resolve the
// references between them.
func FS() fs.FS { return files }

// Facts returns the schema of a fact document as one self-contained document:
// each section stands under $defs of the root, because OPA's type checker and
// most editors do not follow references to other files.
func Facts() (map[string]any, error) {
	root, err := read("facts")
	if err != nil {
		return nil, err
	}
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, err
	}
	defs := map[string]any{}
	for _, entry := range entries {
		name := strings.TrimSuffix(entry.Name(), suffix)
		if name == "facts" || name == "report" {
			continue
		}
		section, err := read(name)
		if err != nil {
			return nil, err
		}
		delete(section, "$schema")
		delete(section, "$id")
		defs[name] = section
	}
	root["$defs"] = defs
	return localize(root).(map[string]any), nil
}

// Report returns the schema of the JSON report.
func Report() (map[string]any, error) { return read("report") }

func read(name string) (map[string]any, error) {
	content, err := files.ReadFile(name + suffix)
	if err != nil {
		return nil, err
	}
	var schema map[string]any
	if err := json.Unmarshal(content, &schema); err != nil {
		return nil, fmt.Errorf("%s%s: %w", name, suffix, err)
	}
	return schema, nil
}

// localize rewrites references to files into references to $defs of the root.
func localize(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for key, member := range value {
			if ref, ok := member.(string); ok && key == "$ref" {
				name, fragment, _ := strings.Cut(ref, suffix)
				value[key] = "#/$defs/" + name + strings.TrimPrefix(fragment, "#")
				continue
			}
			value[key] = localize(member)
		}
	case []any:
		for i, element := range value {
			value[i] = localize(element)
		}
	}
	return value
}
