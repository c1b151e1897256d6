package policy

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Defect is one thing wrong with a policy, never with the facts.
type Defect struct {
	File    string
	Line    int // 1-based; 0 if the whole file is meant
	Column  int // 1-based
	Message string
}

func (d Defect) String() string {
	switch {
	case d.File == "":
		return d.Message
	case d.Line == 0:
		return fmt.Sprintf("%s: %s", d.File, d.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s", d.File, d.Line, d.Column, d.Message)
}

// Defects is what is wrong with a set of policies, collected in one run and
// sorted by place. It is returned by [Load] and by [Judge.Judge].
type Defects []Defect

func (d Defects) Error() string {
	lines := make([]string, len(d))
	for i, defect := range d {
		lines[i] = defect.String()
	}
	return strings.Join(lines, "\n")
}

func (d Defects) orNil() error {
	if len(d) == 0 {
		return nil
	}
	slices.SortStableFunc(d, func(a, b Defect) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return slices.Compact(d)
}

func defectAt(location *ast.Location, format string, args ...any) Defect {
	defect := Defect{Message: fmt.Sprintf(format, args...)}
	if location != nil {
		defect.File, defect.Line, defect.Column = location.File, location.Row, location.Col
	}
	return defect
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
		defects = append(defects, defectAt(e.Location, "%s", message))
	}
	return defects
}
