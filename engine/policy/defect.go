package policy

import (
	"fmt"

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

func defectAt(at document.Position, format string, args ...any) Defect {
	return Defect{Position: at, Message: fmt.Sprintf(format, args...)}
}
