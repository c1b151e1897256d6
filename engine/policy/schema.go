package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// factSchema answers what the facts schema says about the value at a path.
type factSchema struct {
	root      map[string]any
	relations *facts.Relations
}

// at returns the schema of the value that a reference into input leads to, or
// nil if the schema says nothing about it.
func (s factSchema) at(ref ast.Ref) map[string]any {
	node := s.root
	for _, term := range ref[1:] {
		node = s.step(node, term)
		if node == nil {
			return nil
		}
	}
	return s.resolve(node)
}

func (s factSchema) step(node map[string]any, term *ast.Term) map[string]any {
	node = s.resolve(node)
	if items, ok := node["items"].(map[string]any); ok {
		return items
	}
	properties, _ := node["properties"].(map[string]any)
	if key, ok := term.Value.(ast.String); ok {
		if property, ok := properties[string(key)].(map[string]any); ok {
			return property
		}
	}
	additional, _ := node["additionalProperties"].(map[string]any)
	return additional
}

// resolve follows local references. The keywords beside a reference win, as a
// property describes itself better than the shared type does.
func (s factSchema) resolve(node map[string]any) map[string]any {
	for {
		ref, ok := node["$ref"].(string)
		if !ok {
			return node
		}
		target := s.root
		for _, name := range strings.Split(strings.TrimPrefix(ref, "#/"), "/") {
			target, _ = target[name].(map[string]any)
		}
		merged := map[string]any{}
		for key, value := range target {
			merged[key] = value
		}
		for key, value := range node {
			if key != "$ref" {
				merged[key] = value
			}
		}
		node = merged
	}
}

// domain returns the values that a fact can take if they are few: those of a
// boolean or of an enumeration.
func (s factSchema) domain(ref ast.Ref) []ast.Value {
	node := s.at(ref)
	if node == nil {
		return nil
	}
	if enum, ok := node["enum"].([]any); ok {
		var values []ast.Value
		for _, value := range enum {
			if text, ok := value.(string); ok {
				values = append(values, ast.String(text))
			}
		}
		return values
	}
	if isType(node, "boolean") {
		return []ast.Value{ast.Boolean(false), ast.Boolean(true)}
	}
	return nil
}

// neverNegative reports whether the schema keeps a fact from being below zero.
func (s factSchema) neverNegative(ref ast.Ref) bool {
	node := s.at(ref)
	minimum, ok := node["minimum"].(float64)
	return ok && minimum >= 0
}

// properties returns the names of the properties of an object, sorted, or nil
// if the value at the path is no object of fixed shape.
func (s factSchema) properties(ref ast.Ref) []string {
	node := s.at(ref)
	properties, _ := node["properties"].(map[string]any)
	names := make([]string, 0, len(properties))
	for name := range properties {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// arrayOfObjects reports whether the value at the path is a list of objects.
func (s factSchema) arrayOfObjects(ref ast.Ref) bool {
	node := s.at(ref)
	items, ok := node["items"].(map[string]any)
	return ok && isType(s.resolve(items), "object")
}

// isMap reports whether the value at the path is an object whose keys the schema
// does not name, such as counts by language.
func (s factSchema) isMap(ref ast.Ref) bool {
	node := s.at(ref)
	_, open := node["additionalProperties"].(map[string]any)
	return open && node["properties"] == nil
}

func isType(node map[string]any, name string) bool {
	switch t := node["type"].(type) {
	case string:
		return t == name
	case []any:
		return slices.Contains(t, any(name))
	}
	return false
}
