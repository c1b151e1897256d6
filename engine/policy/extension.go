package policy

import (
	"errors"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/schemas"
)

// commonTypes is what the type of a fact begins with that refers to the shared ones.
const commonTypes = "common" + schemaSuffix + "#/$defs/"

// checkExtension reports what keeps a file from being the schema of a section,
// where it stands.
func checkExtension(name string, content []byte) Defects {
	roots, err := document.Decode(name, content, document.JSON)
	var problems document.Problems
	if errors.As(err, &problems) {
		return Defects(problems)
	}
	root := roots[0]
	if root.Kind != document.Object {
		return Defects{{Position: root.Position, Message: "a schema is an object; found " + root.Kind.String()}}
	}
	var defects Defects
	checkMembers(root, func(at document.Position, message, hint string) {
		defects = append(defects, Defect{Position: at, Message: message, Hint: hint})
	})
	return defects
}

func checkMembers(node *document.Node, complain func(at document.Position, message, hint string)) {
	for _, member := range node.Members {
		value := member.Value
		switch {
		case member.Key == "properties" && value.Kind != document.Object:
			complain(value.Position, "properties is "+value.Kind.String()+"; expected an object, the names of the facts with their types", "")
		case member.Key == "$ref" && value.Kind == document.String && !strings.HasPrefix(value.Text, "#"):
			if name, shared := strings.CutPrefix(value.Text, commonTypes); !shared || !isCommonType(name) {
				hint := "it is one of " + strings.Join(schemas.CommonTypes(), ", ")
				if near := document.Nearest(name, schemas.CommonTypes()); near != "" {
					hint = "did you mean " + commonTypes + near + "?"
				}
				complain(value.Position, "there is no type "+value.Text, hint)
			}
		}
		checkMembers(value, complain)
	}
	for _, element := range node.Elements {
		checkMembers(element, complain)
	}
}

func isCommonType(name string) bool {
	for _, known := range schemas.CommonTypes() {
		if name == known || strings.HasPrefix(name, known+"/") {
			return true
		}
	}
	return false
}
