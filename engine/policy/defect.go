package policy

import (
	"errors"
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Defect is one thing wrong with a policy, never with the facts.
type Defect = document.Problem

// Defects is what is wrong with a set of policies, collected in one run and
// sorted by place. It is returned by [Load] and by [Judge.Judge].
type Defects []Defect

func (d Defects) Error() string { return document.Problems(d).Error() }

// Class says that it is not the facts that are wrong.
func (d Defects) Class() document.Class { return document.Defect }

func (d Defects) orNil() error {
	if len(d) == 0 {
		return nil
	}
	return Defects(document.Problems(d).Sorted())
}

// defectIn is a defect of a file as a whole.
func defectIn(file, format string, args ...any) Defect {
	return Defect{Position: document.Position{File: file}, Message: fmt.Sprintf(format, args...)}
}

func defectAt(location *ast.Location, format string, args ...any) Defect {
	defect := Defect{Message: fmt.Sprintf(format, args...)}
	if location != nil {
		defect.Position = document.Position{File: location.File, Line: location.Row, Column: location.Col}
	}
	return defect
}

// unusedImport reads OPA's message about an import, and returns its path.
func unusedImport(message string) (name string, ok bool) {
	name, ok = strings.CutPrefix(message, "import ")
	if !ok {
		return "", false
	}
	return strings.CutSuffix(name, " unused")
}

func defectsOf(err error) Defects {
	var list ast.Errors
	if !errors.As(err, &list) {
		return Defects{{Message: err.Error()}}
	}
	var defects Defects
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
