package engine_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

const exampleFacts = `
assessment: {date: 2023-09-01}
service:
  name: Example
  categories: [hosting, online_platform]
  offers_services_in_eu: true
  designation_status: vlop
  designation_notified_on: 2023-04-25
  designation_terminated: false
reporting_pipeline:
  fault_keeps_notices_from_review: true
  fault_fixed: false
`

// An engine is made once. Documents are loaded, which checks them, and judged.
func Example() {
	ctx := context.Background()
	e, err := engine.New(ctx, engine.WithOnly("16(6)"), engine.WithExclude("dsa.art16.6.automated"))
	if err != nil {
		log.Fatal(err)
	}
	documents, err := e.Load("facts.yaml", []byte(exampleFacts))
	if err != nil {
		log.Fatal(err)
	}
	report, err := e.Evaluate(ctx, documents[0])
	if err != nil {
		log.Fatal(err)
	}
	for _, o := range report.Obligations {
		fmt.Println(o.Article, o.Verdict, "by", o.Basis)
		for _, f := range o.Findings {
			fmt.Println(f.Message)
			for _, e := range f.Evidence {
				fmt.Printf("line %d: %s is %v\n", e.Line, e.Pointer, e.Value)
			}
		}
	}
	// Output:
	// 16(6) breach by law
	// A fault keeps notices from the reviewers
	// line 11: /reporting_pipeline/fault_keeps_notices_from_review is true
	// line 12: /reporting_pipeline/fault_fixed is false
}

// The same facts can be judged on another day. Before an obligation applies,
// the report says what would hold if it did.
func Example_asOf() {
	ctx := context.Background()
	e, err := engine.New(ctx, engine.WithOnly("dsa.art16.6"), engine.WithExclude("dsa.art16.6.automated"))
	if err != nil {
		log.Fatal(err)
	}
	documents, err := e.Load("facts.yaml", []byte(exampleFacts))
	if err != nil {
		log.Fatal(err)
	}
	earlier, err := documents[0].WithAssessmentDate("2023-06-08")
	if err != nil {
		log.Fatal(err)
	}
	report, err := e.Evaluate(ctx, earlier)
	if err != nil {
		log.Fatal(err)
	}
	o := report.Obligations[0]
	fmt.Println(o.Verdict, o.Reasons, "from", *o.AppliesFrom, "it would be a", *o.IfApplicable)
	// Output: not_applicable [not_yet] from 2023-08-25 it would be a breach
}

// Reports are written by the package render.
func Example_render() {
	ctx := context.Background()
	e, err := engine.New(ctx, engine.WithOnly("16(6)"), engine.WithExclude("dsa.art16.6.automated"))
	if err != nil {
		log.Fatal(err)
	}
	documents, err := e.Load("facts.yaml", []byte(exampleFacts))
	if err != nil {
		log.Fatal(err)
	}
	judged, err := e.Evaluate(ctx, documents[0])
	if err != nil {
		log.Fatal(err)
	}
	var text strings.Builder
	if err := render.Write(&text, render.Text, []*report.Report{judged}); err != nil {
		log.Fatal(err)
	}
	// What follows are digests of what it was made from, and the totals.
	shown, _, _ := strings.Cut(text.String(), "made from:")
	fmt.Print(shown)
	// Output:
	// Example, on 2023-09-01
	// 1 of 194 obligations: 1 breach, 0 compliant, 0 undetermined, 0 not applicable
	// No amount without the total worldwide turnover of the preceding financial year (service.turnover_worldwide_preceding_fy)
	//
	// BREACH
	//
	//   Art. 16(6)  Notices are decided in a timely, diligent, non-arbitrary and objective manner  [dsa.art16.6]
	//     A fault keeps notices from the reviewers
	//       facts.yaml:11:36  reporting_pipeline.fault_keeps_notices_from_review = true
	//         | fault_keeps_notices_from_review: true
	//       facts.yaml:12:16  reporting_pipeline.fault_fixed = false
	//         | fault_fixed: false
	//       what ends it: Repair the intake so that every notice reaches a reviewer, and compare what goes in with what arrives.
}
