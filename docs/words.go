package docs

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// The vocabulary of the metadata in the words of the pages.

var kinds = map[report.Kind]string{
	report.Duty:               "a duty",
	report.Prohibition:        "a prohibition",
	report.ConditionalDuty:    "a duty under a condition",
	report.Procedural:         "a duty in proceedings",
	report.Indicator:          "an indicator, no duty by itself",
	report.MitigationOption:   "a mitigation that the law lists as an option",
	report.Voluntary:          "voluntary",
	report.LegalEffect:        "an effect in law, no duty",
	report.LiabilityCondition: "a condition of the exemption from liability, no duty",
	report.Charge:             "a charge, no duty of conduct",
}

var addressees = map[report.Addressee]string{
	report.Intermediary:   "intermediary services",
	report.Hosting:        "hosting services",
	report.OnlinePlatform: "online platforms",
	report.Marketplace:    "marketplaces",
	report.SearchEngine:   "online search engines",
	report.VLOPVLOSE:      "designated very large online platforms and search engines",
}

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

var penalties = map[report.Penalty]string{
	report.NoPenalty:     "none",
	report.SixPercent:    "6 % of the worldwide annual turnover of the preceding financial year, Art. 52(3) or 74(1)",
	report.OnePercent:    "1 % of the annual income or worldwide turnover of the preceding financial year, Art. 52(3) or 74(2)",
	report.FivePercent:   "periodic penalty of 5 % of the average daily income or turnover, Art. 52(4) or 76",
	report.DSCOnePercent: "1 % of the annual income or worldwide turnover of the preceding financial year, Art. 52(3)",
	report.DSCFiveDaily:  "periodic penalty of 5 % of the average daily turnover or income, Art. 52(4)",
}

func who(o *policy.Obligation) string {
	words := addressees[o.Addressee]
	for _, also := range o.AddresseeAlso {
		words += " and " + addressees[also]
	}
	if o.VLOPOnly {
		words = "designated very large online platforms only, by the wording of the text"
	}
	return words
}

func since(o *policy.Obligation) string {
	words := map[policy.Rule]string{
		policy.General:     "from 17 February 2024, Art. 93(2); for a designated service from four months after notification, if that is earlier, Art. 92",
		policy.Section5:    "from four months after the designation is notified until four months after its end is, Art. 33(6)",
		policy.Early:       "from 16 November 2022, Art. 93(2)",
		policy.Supervision: "from 16 November 2022, Art. 93(2), once the designation is notified",
	}[o.Rule]
	if o.From != "" {
		words += "; not before " + o.From
	}
	return words
}

func caps(o *policy.Obligation) string {
	words := make([]string, len(o.Penalty))
	for i, p := range o.Penalty {
		words[i] = penalties[p]
	}
	return strings.Join(words, "; ")
}
