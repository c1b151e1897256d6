package policytest

import (
	"context"
	"fmt"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
)

// Document makes valid facts of dotted paths, or returns the [document.Problems] for
// which they are none. The assessment date is asked from outside, so that it can
// lie before days that the facts know of.
func (s *Suite) Document(f Facts) (*facts.Facts, error) {
	documents, err := s.schema.Load("the facts", s.Over(f, Facts{"assessment.date": nil}).JSON())
	if err != nil {
		return nil, err
	}
	date, _ := f["assessment.date"].(string)
	return documents[0].WithAssessmentDate(report.Day(date))
}

// Judge gives the verdict on one obligation under readings, which may be none.
func (s *Suite) Judge(ctx context.Context, o *policy.Obligation, f Facts, readings map[string]string) (report.Obligation, error) {
	document, err := s.Document(f)
	if err != nil {
		return report.Obligation{}, err
	}
	set, err := s.under(readings)
	if err != nil {
		return report.Obligation{}, err
	}
	o, ok := set.Obligation(o.ID)
	if !ok {
		return report.Obligation{}, fmt.Errorf("the policies have no obligation %s", o.ID)
	}
	result, err := set.Judge(ctx, document, []*policy.Obligation{o}, report.DetailFull)
	if err != nil {
		return report.Obligation{}, err
	}
	return result.Obligations[0], nil
}

// Codes names the findings of an assessment, an element with its index.
func Codes(a report.Obligation) []string {
	var list []string
	for _, f := range a.Findings {
		code := f.Code
		if f.Item != nil {
			code = fmt.Sprintf("%s[%d]", f.Code, *f.Item)
		}
		list = append(list, code)
	}
	return list
}

// Missing names the missing facts of an assessment by their dotted paths.
func Missing(a report.Obligation) []string {
	var list []string
	for _, m := range a.Missing {
		list = append(list, dotted(m.Pointer))
	}
	return list
}

// setAside names the missing facts that are given in vain.
func setAside(a report.Obligation) []string {
	var list []string
	for _, m := range a.Missing {
		if m.Why != nil {
			list = append(list, dotted(m.Pointer))
		}
	}
	return list
}

func dotted(pointer string) string {
	return strings.ReplaceAll(strings.TrimPrefix(pointer, "/"), "/", ".")
}
