// Package vocabulary holds the words that the metadata of an obligation takes, beside
// those that reports have too. Rules write them, and what loads, drafts and describes
// obligations compares them.
package vocabulary

import (
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Exemption is a paragraph that frees micro and small enterprises.
type Exemption string

// The size exclusions.
const (
	NoExemption Exemption = "none"
	Art15_2     Exemption = "art15_2"
	Art19_1     Exemption = "art19_1"
	Art29_1     Exemption = "art29_1"
)

// Start says from when a provision applies.
type Start string

// The starts: the whole Regulation, Section 5 of Chapter III, the provisions
// that Art. 93(2) brings forward, and the powers towards designated services.
const (
	General     Start = "general"
	Section5    Start = "section5"
	Early       Start = "early"
	Supervision Start = "supervision"
)

// Supervisor says who enforces a provision.
type Supervisor string

// The supervisors, Art. 56.
const (
	DSCAndCommission Supervisor = "dsc_and_commission"
	CommissionOnly   Supervisor = "commission"
	DSCOnly          Supervisor = "dsc"
	Courts           Supervisor = "courts"
	Nobody           Supervisor = "nobody"
)

var words = map[string][]string{
	"kind":          Texts(report.Kinds()),
	"addressee":     Texts(report.Addressees()),
	"exemption":     {string(NoExemption), string(Art15_2), string(Art19_1), string(Art29_1)},
	"start":         {string(General), string(Section5), string(Early), string(Supervision)},
	"penalty":       Texts(report.Penalties()),
	"supervised_by": {string(DSCAndCommission), string(CommissionOnly), string(DSCOnly), string(Courts), string(Nobody)},
}

// Texts are words of a vocabulary as plain text.
func Texts[T ~string](list []T) []string {
	texts := make([]string, len(list))
	for i, word := range list {
		texts[i] = string(word)
	}
	return texts
}

// Of lists the words that a name of the metadata takes: kind, addressee, exemption,
// start, penalty or supervised_by.
func Of(name string) []string { return slices.Clone(words[name]) }
