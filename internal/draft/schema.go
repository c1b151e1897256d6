package draft

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/schemas"
)

// NewFact is a fact that the schema does not know yet.
type NewFact struct {
	// Name is its name in the section.
	Name string
	// Type is one of the shared types: flag, count, quantity and others.
	Type string
	// Unit is needed for numbers.
	Unit string
	// Description says what exactly is meant, and of a count what it leaves out.
	Description string
}

// types are those of which a draft makes a rule, with an example of each.
var types = map[string]string{"flag": "true", "count": "0", "quantity": "0.5", "percent": "12.5", "rating": "0"}

// Check reports what the fact lacks.
func (f NewFact) Check() error {
	switch {
	case !slices.Contains(schemas.CommonTypes(), f.Type) || types[f.Type] == "":
		return fmt.Errorf("the type of the fact is %q; expected flag, count, quantity or percent", f.Type)
	case f.Type != "flag" && f.Unit == "":
		return document.Hinted(fmt.Errorf("the fact %s is a number without a unit", f.Name), "give one, such as notices")
	case !idPattern.MatchString("section." + f.Name):
		return fmt.Errorf("the name of the fact is %q; expected small letters joined by underscores", f.Name)
	}
	return nil
}

// property writes the fact as a property of its section.
func (f NewFact) property(indent string) string {
	lines := []string{
		fmt.Sprintf("%s: {", value(f.Name)),
		`  "x-nature": "recorded",`,
		fmt.Sprintf(`  "$ref": "common.schema.json#/$defs/%s",`, f.Type),
	}
	if f.Unit != "" {
		lines = append(lines, fmt.Sprintf(`  "unit": %s,`, value(f.Unit)))
	}
	lines = append(lines,
		fmt.Sprintf(`  "description": %s,`, value(f.Description)),
		`  "examples": [`, "    "+types[f.Type], "  ]", "}")
	return strings.Join(lines, "\n"+indent)
}

// NewSection writes the schema of a section that holds one fact.
func NewSection(name string, f NewFact) string {
	return fmt.Sprintf(`{
  "title": %s,
  "type": ["object", "null"],
  "additionalProperties": false,
  "properties": {
    %s
  }
}
`, value("Facts of "+name), f.property("    "))
}

// AddTo puts the fact before the others of a section. The rest of the file stays
// byte for byte.
func (f NewFact) AddTo(file string, content []byte) (string, error) {
	root, err := document.One(file, content)
	if err != nil {
		return "", err
	}
	properties, _ := root.Member("properties")
	if properties.Value == nil || len(properties.Value.Members) == 0 {
		return "", fmt.Errorf("%s has no properties to which a fact could be added", file)
	}
	if old, twice := properties.Value.Member(f.Name); twice {
		return "", fmt.Errorf("%s: the fact %s is already there", old.KeyPosition, f.Name)
	}
	first := properties.Value.Members[0].KeyPosition
	offset := offsetOf(string(content), first)
	line := string(content)[strings.LastIndexByte(string(content)[:offset], '\n')+1 : offset]
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	return string(content)[:offset] + f.property(indent) + ",\n" + indent + string(content)[offset:], nil
}

// offsetOf turns a place, which counts characters, into an offset in bytes.
func offsetOf(text string, at document.Position) int {
	offset := 0
	for range at.Line - 1 {
		offset += strings.IndexByte(text[offset:], '\n') + 1
	}
	column := 1
	for i := range text[offset:] {
		if column == at.Column {
			return offset + i
		}
		column++
	}
	return len(text)
}
