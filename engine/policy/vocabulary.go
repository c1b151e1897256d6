package policy

import (
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
)

// Words of the metadata of an obligation, as rules write them.
type (
	// Exemption is a paragraph that frees micro and small enterprises.
	Exemption = vocabulary.Exemption
	// Start says from when a provision applies.
	Start = vocabulary.Start
	// Supervisor says who enforces a provision.
	Supervisor = vocabulary.Supervisor
)

// ruleName is the name of the rules that hold the findings: a breach, or what
// is merely worth noting about a provision that cannot be breached.
func ruleName(k report.Kind) string {
	if k.Breachable() {
		return "breach"
	}
	return "noted"
}

// speaksAgainst is the name of the rules that hold observations which decide
// nothing but point against compliance.
const speaksAgainst = "speaks_against"
