// Package schemas holds the JSON Schemas (2020-12) of the documents that
// dsaeval reads and writes, one file per section.
package schemas

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:embed *.schema.json
var files embed.FS

const suffix = ".schema.json"

// FS returns the schema files as they are, for tools that want to resolve the
// references between them.
func FS() fs.FS { return files }

// Extension is the schema of a section below extensions: facts that obligations
// of a user ask for.
type Extension struct {
	// Name is the name of the section.
	Name string
	// File stands in messages.
	File string
	// Content is a JSON Schema. It can refer to common.schema.json.
	Content []byte
}

// Facts returns the schema of a fact document as one self-contained document:
// each section stands under $defs of the root, because OPA's type checker and
// most editors do not follow references to other files.
func Facts(extensions ...Extension) (map[string]any, error) {
	own, err := parsed()
	if err != nil {
		return nil, err
	}
	root := localized(own).(map[string]any)
	if err := extend(root, extensions); err != nil {
		return nil, err
	}
	return root, nil
}

// parsed is the schema of facts with all that its files say, parsed once.
var parsed = sync.OnceValues(func() (map[string]any, error) {
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
		if name == "facts" || slices.Contains(Others(), name) {
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
	return root, nil
})

// Digest identifies what [Facts] returns by the content of the files that it reads.
func Digest(extensions ...Extension) string {
	hash := sha256.New()
	add := func(name string, content []byte) { fmt.Fprintf(hash, "%s %x\n", name, sha256.Sum256(content)) }
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		panic(err) // they are built in
	}
	for _, entry := range entries {
		if slices.Contains(Others(), strings.TrimSuffix(entry.Name(), suffix)) {
			continue
		}
		content, err := files.ReadFile(entry.Name())
		if err != nil {
			panic(err)
		}
		add(entry.Name(), content)
	}
	for _, extension := range extensions {
		add("extensions."+extension.Name, extension.Content)
	}
	return hex.EncodeToString(hash.Sum(nil))
}

// extend gives each extension its place below extensions. Without any, facts
// below extensions are unknown keys: nobody would ever read them.
func extend(root map[string]any, extensions []Extension) error {
	defs := root["$defs"].(map[string]any)
	section := root["properties"].(map[string]any)["extensions"].(map[string]any)
	properties := map[string]any{}
	for _, extension := range extensions {
		var schema map[string]any
		if err := json.Unmarshal(extension.Content, &schema); err != nil {
			return fmt.Errorf("%s: %w", extension.File, err)
		}
		if properties[extension.Name] != nil {
			return fmt.Errorf("%s: extensions.%s is already defined", extension.File, extension.Name)
		}
		delete(schema, "$schema")
		delete(schema, "$id")
		name := "extensions." + extension.Name
		defs[name] = localized(schema)
		properties[extension.Name] = map[string]any{"$ref": "#/$defs/" + name}
	}
	section["properties"] = properties
	section["additionalProperties"] = false
	return nil
}

// CommonTypes names the types that the facts of all sections share, in the order
// of their names.
func CommonTypes() []string {
	common, err := read("common")
	if err != nil {
		panic(err) // the file is built in, and tests read it
	}
	defs, _ := common["$defs"].(map[string]any)
	return slices.Sorted(maps.Keys(defs))
}

// Report returns the schema of the JSON report.
func Report() (map[string]any, error) { return read("report") }

// Others names the schemas that describe no facts; each stands for itself.
func Others() []string {
	return []string{"report", "diff", "calendar", "explanation", "waivers", "config", "lint"}
}

// Other returns one of [Others].
func Other(name string) (map[string]any, error) {
	if !slices.Contains(Others(), name) {
		return nil, fmt.Errorf("there is no schema called %q; expected facts, %s", name, strings.Join(Others(), ", "))
	}
	return read(name)
}

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

// localized copies a schema, with references to $defs of the root where it has references
// to files.
func localized(value any) any {
	switch value := value.(type) {
	case map[string]any:
		copied := make(map[string]any, len(value))
		for key, member := range value {
			if ref, ok := member.(string); ok && key == "$ref" && !strings.HasPrefix(ref, "#") {
				name, fragment, _ := strings.Cut(ref, suffix)
				copied[key] = "#/$defs/" + name + strings.TrimPrefix(fragment, "#")
				continue
			}
			copied[key] = localized(member)
		}
		return copied
	case []any:
		copied := make([]any, len(value))
		for i, element := range value {
			copied[i] = localized(element)
		}
		return copied
	}
	return value
}
