package words

import (
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Verdict names a verdict.
func Verdict(v report.Verdict) string { return spaced(v) }

// State names how a provision stands that cannot be breached.
func State(s report.State) string { return spaced(s) }

var bases = map[report.Basis]string{
	report.Law: "law alone", report.House: "rule of the house alone", report.ByReading: "law on a reading", report.ByParameter: "by benchmark",
}

// Basis says what a verdict or a finding rests on beside the facts.
func Basis(b report.Basis) string { return known(bases, b) }

var statuses = map[report.Status]string{
	report.Court:        "found by a court",
	report.Final:        "final decision",
	report.Measured:     "independent test",
	report.Documented:   "document",
	report.Preliminary:  "preliminary findings",
	report.SelfDeclared: "said by the provider",
	report.Unstated:     "status not stated",

	report.Status(report.Alleged):  "alleged",
	report.Status(report.Annulled): "annulled",
}

// Status says who established a fact.
func Status(s report.Status) string { return known(statuses, s) }

var addressees = map[report.Addressee]string{
	report.Intermediary:   "intermediary services",
	report.Hosting:        "hosting services",
	report.OnlinePlatform: "online platforms",
	report.Marketplace:    "online marketplaces",
	report.SearchEngine:   "online search engines",
	report.VLOPVLOSE:      "designated very large online platforms and search engines",
}

// Addressee names the services that a provision binds.
func Addressee(a report.Addressee) string { return known(addressees, a) }

var kinds = map[report.Kind]string{
	report.Duty:               "duty",
	report.Prohibition:        "prohibition",
	report.ConditionalDuty:    "duty under a condition",
	report.Procedural:         "duty in proceedings",
	report.Indicator:          "indicator, no duty by itself",
	report.MitigationOption:   "mitigation that the law lists as an option",
	report.Voluntary:          "voluntary",
	report.LegalEffect:        "effect in law, no duty",
	report.LiabilityCondition: "condition of the exemption from liability, no duty",
	report.Charge:             "charge, no duty of conduct",
}

// Kind names the part that a provision plays.
func Kind(k report.Kind) string { return known(kinds, k) }

var penalties = map[report.Penalty]string{
	report.NoPenalty:     "none",
	report.SixPercent:    "6 % of worldwide annual turnover, Art. 52(3) or 74(1)",
	report.OnePercent:    "1 % of annual income or worldwide turnover, Art. 52(3) or 74(2)",
	report.FivePercent:   "5 % of average daily income or turnover for each day, Art. 52(4) or 76",
	report.DSCOnePercent: "1 % of annual income or worldwide turnover, Art. 52(3)",
	report.DSCFiveDaily:  "5 % of average daily income or turnover for each day, Art. 52(4)",
}

// Penalty names the cap of a fine and its provision.
func Penalty(p report.Penalty) string { return known(penalties, p) }

// Reasons lists the reasons for which an obligation does not apply in the order
// in which the scope is decided, presuppositions as one.
func Reasons() []report.Reason {
	return []report.Reason{
		report.NotOffered, report.NotAddressed, report.SizeExempt, report.NotYet, report.Ended, report.Suspended,
		report.NotConcerned, report.Presupposes,
	}
}

var reasons = map[report.Reason]string{
	report.NotOffered:   "the service is not offered in the Union",
	report.NotAddressed: "other kinds of service are addressed",
	report.SizeExempt:   "micro and small enterprises are exempt",
	report.NotYet:       "the day of application has not come",
	report.Ended:        "application has ended",
	report.Suspended:    "a court has suspended it",
	report.NotConcerned: "the condition of the duty is not met",
	report.Presupposes:  "what is presupposed is not there",
	"":                  "a combination of reasons rules it out",
}

// Reason says why an obligation does not apply, as what follows "because". The
// empty reason stands for several of which each alone is open.
func Reason(r report.Reason) string {
	if id, ok := r.Presupposed(); ok {
		return "it presupposes what " + id + " orders and what is not there"
	}
	return known(reasons, r)
}

func known[T ~string](words map[T]string, word T) string {
	if said, ok := words[word]; ok {
		return said
	}
	return spaced(word)
}

// spaced leaves a word as it is, less the underscores.
func spaced[T ~string](word T) string { return strings.ReplaceAll(string(word), "_", " ") }
