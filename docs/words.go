package docs

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/words"
)

// The vocabulary of the metadata in the words of the pages.

var exemptions = map[policy.Exemption]string{
	policy.NoExemption: "binds providers of every size",
	policy.Art15_2:     "not micro and small enterprises, Art. 15(2), unless designated as a very large online platform",
	policy.Art19_1:     "not micro and small enterprises nor for 12 months after that status is lost, Art. 19, unless designated as a very large online platform",
	policy.Art29_1:     "not micro and small enterprises nor for 12 months after that status is lost, Art. 29, unless designated as a very large online platform",
}

var supervisors = map[policy.Supervisor]string{
	policy.DSCAndCommission: "the Digital Services Coordinator of establishment; for designated services also the Commission",
	policy.CommissionOnly:   "the Commission",
	policy.DSCOnly:          "the Digital Services Coordinator of establishment",
	policy.Courts:           "courts",
	policy.Nobody:           "nobody",
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

func since(o *policy.Obligation) string {
	said := map[policy.Start]string{
		policy.General:     "from 17 February 2024, Art. 93(2); for a designated service from four months after notification, if that is earlier, Art. 92",
		policy.Section5:    "from four months after the designation is notified until four months after its end is, Art. 33(6)",
		policy.Early:       "from 16 November 2022, Art. 93(2)",
		policy.Supervision: "from 16 November 2022, Art. 93(2), once the designation is notified",
	}[o.Start]
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
