package draft

import (
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
)

// section is a part of Chapter III: its articles share addressee, exemption and
// first day, unless the text of one says otherwise.
type section struct {
	from, to  int
	addressee report.Addressee
	exemption policy.Exemption
	start     policy.Start
}

var sections = []section{
	{11, 14, report.Intermediary, vocabulary.NoExemption, vocabulary.General},
	{15, 15, report.Intermediary, vocabulary.Art15_2, vocabulary.General},
	{16, 18, report.Hosting, vocabulary.NoExemption, vocabulary.General},
	{19, 28, report.OnlinePlatform, vocabulary.Art19_1, vocabulary.General},
	{29, 32, report.Marketplace, vocabulary.Art29_1, vocabulary.General},
	{33, 43, report.VLOPVLOSE, vocabulary.NoExemption, vocabulary.Section5},
}

// usualOf is what most provisions of an article's section have in common.
func usualOf(id string) Obligation {
	words := strings.Split(id, ".")[1:]
	number := strings.TrimPrefix(words[0], "art")
	o := Obligation{
		Article: number, Kind: report.Duty, Addressee: report.Intermediary, Start: vocabulary.General,
		Penalty: report.SixPercent, SupervisedBy: vocabulary.DSCAndCommission,
		Link: "https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_" + number,
	}
	for _, word := range words[1:] {
		if !enumeration.MatchString(word) {
			break // a name that tells duties of one paragraph apart
		}
		o.Article += "(" + word + ")"
	}
	article, err := strconv.Atoi(number)
	if err != nil {
		return o // CheckID has said so
	}
	for _, s := range sections {
		if s.from <= article && article <= s.to {
			o.Addressee, o.Exemption, o.Start = s.addressee, s.exemption, s.start
		}
	}
	return o
}

// services are the services of the cases by whom the obligation addresses.
var services = map[report.Addressee]string{
	report.Intermediary: "intermediary", report.Hosting: "hosting", report.OnlinePlatform: "online_platform",
	report.Marketplace: "marketplace", report.SearchEngine: "search_engine", report.VLOPVLOSE: "vlop",
}

// dayBefore is the last day on which an obligation does not yet bind the service
// of its cases.
func (o Obligation) dayBefore() string {
	day := map[policy.Start]string{
		vocabulary.General: "2024-02-16", vocabulary.Early: "2022-11-15", vocabulary.Section5: "2023-08-24", vocabulary.Supervision: "2023-04-24",
	}[o.Start]
	if o.Start == vocabulary.General && o.Addressee == report.VLOPVLOSE {
		day = "2023-08-24"
	}
	return day
}
