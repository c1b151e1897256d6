package pages

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
	"github.com/dsaeval/dsaeval/internal/words"
)

// The vocabulary of the metadata in the words of the pages.

var exemptions = map[policy.Exemption]string{
	vocabulary.NoExemption: "binds providers of every size",
	vocabulary.Art15_2:     "not micro and small enterprises, Art. 15(2), unless designated as a very large online platform",
	vocabulary.Art19_1:     "not micro and small enterprises nor for 12 months after that status is lost, Art. 19, unless designated as a very large online platform",
	vocabulary.Art29_1:     "not micro and small enterprises nor for 12 months after that status is lost, Art. 29, unless designated as a very large online platform",
}

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

func since(o *policy.Obligation) string {
	said := map[policy.Start]string{
		vocabulary.General:     "from 17 February 2024, Art. 93(2); for a designated service from four months after notification, if that is earlier, Art. 92",
		vocabulary.Section5:    "from four months after the designation is notified until four months after its end is, Art. 33(6)",
		vocabulary.Early:       "from 16 November 2022, Art. 93(2)",
		vocabulary.Supervision: "from 16 November 2022, Art. 93(2), once the designation is notified",
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
