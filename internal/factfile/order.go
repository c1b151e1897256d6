package factfile

import "slices"

// order is that of the members of a document: what the service is, then what it
// does, then what is done about it.
var order = []string{
	"assessment", "service", "reporting_pipeline", "account_removals", "recommendation", "complaints", "statements_of_reasons", "orders",
	"contact_points", "terms", "transparency_reports", "interface_design", "advertising", "minors", "marketplace", "risk_assessment",
	"risk_mitigation", "audit", "data_access", "compliance_function", "supervision", "codes", "extensions", "sources", "provenance",
}

// placeOf is where a member stands among others; after them if it is unknown.
func placeOf(member string) int {
	if i := slices.Index(order, member); i >= 0 {
		return i
	}
	return len(order)
}

// Compare orders the names of sections as documents do.
func Compare(a, b string) int { return placeOf(a) - placeOf(b) }
