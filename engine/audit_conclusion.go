package engine

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// auditConclusions is where facts say what the most recent audit report, Art.
// 37(4), concludes on each obligation.
const auditConclusions = "/audit/audit_conclusions/"

// auditConclusion returns what the auditor concluded on an obligation: on it
// alone or, where the report goes by paragraphs or Articles, on the provision
// that holds it. It decides nothing.
func auditConclusion(f *facts.Facts, id string) *report.Evidence {
	for {
		if n, ok := f.At(auditConclusions + id); ok {
			pointer := auditConclusions + id
			return &report.Evidence{
				Pointer: pointer, Value: n.Value(), Line: n.Position.Line, Column: n.Position.Column,
				Sources: list(f.Sources(pointer)), Status: f.Status(pointer), Nature: report.Recorded,
			}
		}
		i := strings.LastIndexByte(id, '.')
		if i < 0 {
			return nil
		}
		id = id[:i]
	}
}
