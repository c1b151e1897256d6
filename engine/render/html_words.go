package render

import (
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
)

var htmlVocabulary = map[string]string{
	string(policy.Breach):        "Breach",
	string(policy.Compliant):     "Compliant",
	string(policy.Undetermined):  "Undetermined",
	string(policy.NotApplicable): "Not applicable",

	string(policy.Noted):    "Noted",
	string(policy.NotNoted): "Not noted",
	string(policy.Unknown):  "Unknown",

	string(policy.Law):       "Law alone",
	string(policy.ByReading): "Law on a reading",
	string(policy.Judgement): "By benchmark",

	string(facts.Court):        "found by a court",
	string(facts.Final):        "final decision",
	string(facts.Measured):     "independent test",
	string(facts.Documented):   "document",
	string(facts.Preliminary):  "preliminary findings",
	string(facts.SelfDeclared): "said by the provider",
	string(facts.Unstated):     "status not stated",
	string(facts.Alleged):      "alleged",
	string(facts.Annulled):     "annulled",

	string(policy.Intermediary):   "Intermediary services",
	string(policy.Hosting):        "Hosting services",
	string(policy.OnlinePlatform): "Online platforms",
	string(policy.Marketplace):    "Online marketplaces",
	string(policy.SearchEngine):   "Online search engines",
	string(policy.VLOPVLOSE):      "Very large platforms and search engines",

	string(policy.Duty):               "Duty",
	string(policy.Prohibition):        "Prohibition",
	string(policy.ConditionalDuty):    "Conditional duty",
	string(policy.Procedural):         "Procedural duty",
	string(policy.Indicator):          "Indicator",
	string(policy.MitigationOption):   "Mitigation option",
	string(policy.Voluntary):          "Voluntary",
	string(policy.LegalEffect):        "Legal effect",
	string(policy.LiabilityCondition): "Condition of liability",
	string(policy.Charge):             "Charge",

	string(policy.NotOffered):   "not offered in the Union",
	string(policy.NotAddressed): "does not address this kind of service",
	string(policy.SizeExempt):   "micro and small enterprises are exempt",
	string(policy.NotYet):       "does not apply yet",
	string(policy.Ended):        "applies no longer",
	string(policy.Suspended):    "suspended",
	string(policy.NotConcerned): "its own condition is not met",

	string(policy.NoPenalty):     "None",
	string(policy.SixPercent):    "6 % of turnover, Art. 52(3) or 74(1)",
	string(policy.OnePercent):    "1 % of turnover, Art. 74(2)",
	string(policy.FivePercent):   "5 % of daily turnover per day, Art. 76",
	string(policy.DSCOnePercent): "1 % of turnover or income, Art. 52(3)",
	string(policy.DSCFiveDaily):  "5 % of daily turnover or income per day, Art. 52(4)",

	"primary":     "read in the source itself",
	"secondary":   "reported by others",
	"from_memory": "from memory",
}

// htmlWords puts a word of the report's vocabulary as a reader would. What it
// does not know, it leaves as it is, less the underscores.
func htmlWords(word any) string {
	var s string
	switch word := word.(type) {
	case string:
		s = word
	case policy.Verdict:
		s = string(word)
	case *policy.Verdict:
		s = string(*word)
	case policy.State:
		s = string(word)
	case policy.Basis:
		s = string(word)
	case policy.Addressee:
		s = string(word)
	case policy.Kind:
		s = string(word)
	case policy.Reason:
		s = string(word)
	case policy.Penalty:
		s = string(word)
	case facts.Status:
		s = string(word)
	}
	if words, ok := htmlVocabulary[s]; ok {
		return words
	}
	return strings.ReplaceAll(s, "_", " ")
}

// htmlOrigin says who established a fact, where that is stated, and whether the
// fact is a conclusion. Its sources stand beside it as links.
func htmlOrigin(e engine.Evidence) string {
	e.Sources = nil
	return originText(e)
}

// htmlDay writes a day as prose does; what is no day stays as it is.
func htmlDay(date string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return day.Format("2 January 2006")
}

// htmlParts cuts a long name after the characters where a line may end.
func htmlParts(name string) []string {
	var parts []string
	rest := name
	for {
		i := strings.IndexAny(rest, "._/")
		if i < 0 || i == len(rest)-1 {
			return append(parts, rest)
		}
		parts = append(parts, rest[:i+1])
		rest = rest[i+1:]
	}
}

// htmlWeb reports whether an address may be linked. Facts can name any scheme,
// and a link to javascript: or file: has no place in a report.
func htmlWeb(address string) bool {
	lower := strings.ToLower(address)
	return strings.HasPrefix(lower, "https://") || strings.HasPrefix(lower, "http://")
}

// htmlValue writes a value; lists of words without the marks of the notation.
func htmlValue(value any) string {
	list, ok := value.([]any)
	if !ok {
		return valueText(value)
	}
	if len(list) == 0 {
		return "none"
	}
	words := make([]string, len(list))
	for i, element := range list {
		words[i] = valueText(element)
	}
	return strings.Join(words, ", ")
}
