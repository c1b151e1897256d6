package render

import (
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/engine/report"
)

var htmlVocabulary = map[string]string{
	string(report.Breach):        "Breach",
	string(report.Compliant):     "Compliant",
	string(report.Undetermined):  "Undetermined",
	string(report.NotApplicable): "Not applicable",

	string(report.Noted):    "Noted",
	string(report.NotNoted): "Not noted",
	string(report.Unknown):  "Unknown",

	string(report.Law):         "Law alone",
	string(report.ByReading):   "Law on a reading",
	string(report.ByParameter): "By benchmark",

	string(report.Court):        "found by a court",
	string(report.Final):        "final decision",
	string(report.Measured):     "independent test",
	string(report.Documented):   "document",
	string(report.Preliminary):  "preliminary findings",
	string(report.SelfDeclared): "said by the provider",
	string(report.Unstated):     "status not stated",
	string(report.Alleged):      "alleged",
	string(report.Annulled):     "annulled",

	string(report.Intermediary):   "Intermediary services",
	string(report.Hosting):        "Hosting services",
	string(report.OnlinePlatform): "Online platforms",
	string(report.Marketplace):    "Online marketplaces",
	string(report.SearchEngine):   "Online search engines",
	string(report.VLOPVLOSE):      "Very large platforms and search engines",

	string(report.Duty):               "Duty",
	string(report.Prohibition):        "Prohibition",
	string(report.ConditionalDuty):    "Conditional duty",
	string(report.Procedural):         "Procedural duty",
	string(report.Indicator):          "Indicator",
	string(report.MitigationOption):   "Mitigation option",
	string(report.Voluntary):          "Voluntary",
	string(report.LegalEffect):        "Legal effect",
	string(report.LiabilityCondition): "Condition of liability",
	string(report.Charge):             "Charge",

	string(report.NotOffered):   "not offered in the Union",
	string(report.NotAddressed): "does not address this kind of service",
	string(report.SizeExempt):   "micro and small enterprises are exempt",
	string(report.NotYet):       "does not apply yet",
	string(report.Ended):        "applies no longer",
	string(report.Suspended):    "suspended",
	string(report.NotConcerned): "its own condition is not met",

	string(report.NoPenalty):     "None",
	string(report.SixPercent):    "6 % of turnover, Art. 52(3) or 74(1)",
	string(report.OnePercent):    "1 % of turnover, Art. 74(2)",
	string(report.FivePercent):   "5 % of daily turnover per day, Art. 76",
	string(report.DSCOnePercent): "1 % of turnover or income, Art. 52(3)",
	string(report.DSCFiveDaily):  "5 % of daily turnover or income per day, Art. 52(4)",

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
	case report.Verdict:
		s = string(word)
	case *report.Verdict:
		s = string(*word)
	case report.State:
		s = string(word)
	case report.Basis:
		s = string(word)
	case report.Addressee:
		s = string(word)
	case report.Kind:
		s = string(word)
	case report.Reason:
		s = string(word)
	case report.Penalty:
		s = string(word)
	case report.Status:
		s = string(word)
	}
	if words, ok := htmlVocabulary[s]; ok {
		return words
	}
	return strings.ReplaceAll(s, "_", " ")
}

// htmlOrigin says who established a fact, where that is stated, and whether the
// fact is a conclusion. Its sources stand beside it as links.
func htmlOrigin(e report.Evidence) string {
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
