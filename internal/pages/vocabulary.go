package pages

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/policies/law"
)

// The vocabulary of the metadata in the words of the pages.

var supervisors = map[policy.Supervisor]string{
	vocabulary.DSCAndCommission: "the Digital Services Coordinator of establishment; for designated services also the Commission",
	vocabulary.CommissionOnly:   "the Commission",
	vocabulary.DSCOnly:          "the Digital Services Coordinator of establishment",
	vocabulary.Courts:           "courts",
	vocabulary.Nobody:           "nobody",
}

func who(o *policy.Obligation) string {
	said := words.Addressee(o.Addressee)
	for _, also := range o.AddresseeAlso {
		said += " and " + words.Addressee(also)
	}
	if o.VLOPOnly {
		said = "designated very large online platforms only, by the wording of the text"
	}
	return said
}

func exemption(o *policy.Obligation) string {
	return law.ApplicationRead().Exemptions[string(o.Exemption)].Words
}

func since(o *policy.Obligation) string {
	said := law.ApplicationRead().Starts[string(o.Start)].Words
	if o.From != "" {
		said += "; not before " + o.From
	}
	return said
}

func caps(o *policy.Obligation) string {
	said := make([]string, len(o.Penalty))
	for i, p := range o.Penalty {
		said[i] = words.Penalty(p)
	}
	return strings.Join(said, "; ")
}
