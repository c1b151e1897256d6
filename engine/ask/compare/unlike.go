package compare

import (
	"fmt"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// unlike says in what two assessments differ beside the facts.
func unlike(old, now *report.Report) []Unlike {
	list := []Unlike{}
	differ := func(what string, a, b, why string) {
		if a != b {
			list = append(list, Unlike{What: what, Old: a, New: b, Why: why})
		}
	}
	differ(otherService, nameOf(old), nameOf(now), "they are compared because each side has one report")
	differ(otherDate, string(old.AssessmentDate), string(now.AssessmentDate), "duties begin and end, and facts grow old, between the days")
	differ(otherPolicies, old.Provenance.PoliciesSHA256, now.Provenance.PoliciesSHA256, "the same facts may be judged otherwise")
	differ(otherParameters, old.Provenance.ParametersSHA256, now.Provenance.ParametersSHA256, "words of the law without a figure were measured otherwise")
	differ(otherVersion, strconv.Itoa(old.SchemaVersion), strconv.Itoa(now.SchemaVersion), "the older form of a report says less")
	differ(otherDetail, string(old.Detail.Level()), string(now.Detail.Level()), "what one of them waits for is not known")
	if o, n := onlyIn(old, now), onlyIn(now, old); o+n > 0 {
		differ(otherSelection, judgedOnly(o), judgedOnly(n), "an obligation that only one has cannot be compared")
	}
	return list
}

func nameOf(r *report.Report) string { return writing.Service(r.Service.Name, r.Service.Provider) }

func judgedOnly(n int) string {
	if n == 0 {
		return "no others"
	}
	return fmt.Sprintf("%s more", writing.Count(n, "obligation", "obligations"))
}

// onlyIn counts the obligations of a report that another does not have.
func onlyIn(r, other *report.Report) int {
	n, known := 0, byID(other)
	for _, o := range r.Obligations {
		if _, both := known[o.ID]; !both {
			n++
		}
	}
	return n
}

func byID(r *report.Report) map[string]report.Obligation {
	known := make(map[string]report.Obligation, len(r.Obligations))
	for _, o := range r.Obligations {
		known[o.ID] = o
	}
	return known
}
