package opa

import (
	"errors"
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/document"
)

func positionOf(location *ast.Location) document.Position {
	if location == nil {
		return document.Position{}
	}
	return document.Position{File: location.File, Line: location.Row, Column: location.Col}
}

func defectAt(location *ast.Location, format string, args ...any) document.Problem {
	return document.Problem{Position: positionOf(location), Message: fmt.Sprintf(format, args...)}
}

// unusedImport reads OPA's message about an import, and returns its path.
func unusedImport(message string) (name string, ok bool) {
	name, ok = strings.CutPrefix(message, "import ")
	if !ok {
		return "", false
	}
	return strings.CutSuffix(name, " unused")
}

func defectsOf(err error) document.Problems {
	var list ast.Errors
	if !errors.As(err, &list) {
		return document.Problems{{Message: err.Error()}}
	}
	var defects document.Problems
	for _, e := range list {
		message := e.Message
		if e.Details != nil {
			message = strings.Join(append([]string{message}, e.Details.Lines()...), "\n\t")
		}
		defect := defectAt(e.Location, "%s", message)
		if said, ok := refusal(e.Message); ok {
			defect.Message = said
		}
		if name, ok := unusedImport(e.Message); ok {
			defect.Message, defect.Hint = "the import of "+name+" is not used", "remove the line, or use the name"
		}
		defects = append(defects, defect)
	}
	return defects
}
