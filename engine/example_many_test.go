package engine_test

import (
	"context"
	"fmt"
	"log"
	"testing/fstest"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/rego"
	"github.com/dsaeval/dsaeval/engine/report"
)

// A program that holds the facts itself needs no file. What it does not know is nil,
// or left out: a plain number or flag, which is never unknown, is refused.
func ExampleEngine_Facts() {
	ctx := context.Background()
	e, err := engine.New(ctx, engine.WithOnly("16(6)"), engine.WithExclude("dsa.art16.6.automated"))
	if err != nil {
		log.Fatal(err)
	}
	type pipeline struct {
		Lost *int `json:"notices_lost_to_fault_count"`
	}
	lost := 12
	f, err := e.Facts("figures of August", map[string]any{
		"assessment":         map[string]any{"date": "2023-09-01"},
		"service":            map[string]any{"name": "Example", "categories": []string{"hosting"}, "offers_services_in_eu": true},
		"reporting_pipeline": pipeline{Lost: &lost},
	})
	if err != nil {
		log.Fatal(err)
	}
	r, err := e.Evaluate(ctx, f)
	if err != nil {
		log.Fatal(err)
	}
	o, _ := r.Obligation("dsa.art16.6")
	fmt.Println(o.Verdict, o.Possible)

	// What if the service had been told that it is very large?
	f, err = f.With("/service", map[string]any{
		"name": "Example", "categories": []string{"hosting", "online_platform"}, "offers_services_in_eu": true,
		"designation_status": "vlop", "designation_notified_on": "2023-04-25", "designation_terminated": false,
	})
	if err != nil {
		log.Fatal(err)
	}
	if r, err = e.Evaluate(ctx, f); err != nil {
		log.Fatal(err)
	}
	for o, finding := range r.BreachFindings() {
		fmt.Println(o.Article, finding.Message)
	}
	// Output:
	// undetermined [breach not_applicable]
	// 16(6) Notices were lost to a fault and have not been decided
}

// Many documents are judged several at a time; their reports come in order. A bad
// one does not stop the rest. Where only verdicts are wanted, less is worked out.
func ExampleEngine_EvaluateAll() {
	ctx := context.Background()
	e, err := engine.New(ctx, engine.WithOnly("dsa.art16.6"), engine.WithExclude("dsa.art16.6.automated"))
	if err != nil {
		log.Fatal(err)
	}
	documents := func(yield func(*facts.Facts, error) bool) {
		for _, fixed := range []any{false, "perhaps", nil} {
			f, err := e.Facts("nightly", map[string]any{
				"assessment": map[string]any{"date": "2023-09-01"},
				"service": map[string]any{
					"categories": []string{"hosting", "online_platform"}, "offers_services_in_eu": true,
					"designation_status": "vlop", "designation_notified_on": "2023-04-25", "designation_terminated": false,
				},
				"reporting_pipeline": map[string]any{"fault_keeps_notices_from_review": true, "fault_fixed": fixed},
			})
			if !yield(f, err) {
				return
			}
		}
	}
	for r, err := range e.EvaluateAll(ctx, documents, engine.WithWorkers(2), engine.WithDetail(report.DetailVerdicts)) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(r.Obligations[0].Verdict)
	}
	// Output:
	// breach
	// nightly: reporting_pipeline.fault_fixed is "perhaps"; expected true or false
	//     hint: write true or false
	// undetermined
}

const houseRule = `# METADATA
# scope: package
# title: Notices are decided within two days
# description: What the house asks of itself.
# related_resources:
#   - https://example.org/rules
# custom:
#   id: house.notices
#   article: House 1
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [none]
#   supervised_by: nobody
#   remediation: Decide the oldest notices first.
package house.notices

# METADATA
# title: The median is above two days
breach contains "slow" if input.reporting_pipeline.median_hours_notice_to_decision > 48
`

// Rules of one's own are judged alone or beside the built-in ones, and stand on the
// same scope.
func ExampleWithoutBuiltin() {
	ctx := context.Background()
	own := policy.Source{Name: "house", FS: fstest.MapFS{"house/notices.rego": {Data: []byte(houseRule)}}}
	e, err := engine.New(ctx, engine.WithoutBuiltin(), rego.WithPolicies(own))
	if err != nil {
		log.Fatal(err)
	}
	f, err := e.Facts("service", map[string]any{
		"assessment":         map[string]any{"date": "2025-01-01"},
		"service":            map[string]any{"categories": []string{"hosting"}, "offers_services_in_eu": true, "suspensions": []any{}},
		"reporting_pipeline": map[string]any{"median_hours_notice_to_decision": 50.5},
	})
	if err != nil {
		log.Fatal(err)
	}
	r, err := e.Evaluate(ctx, f)
	if err != nil {
		log.Fatal(err)
	}
	for _, o := range r.Obligations {
		fmt.Println(o.ID, o.Verdict)
	}
	// Output:
	// house.notices breach
}

// A gate says what a report means for a run. What it asks about may be unknown; then
// it is undecided and neither passes nor fails.
func Example_gate() {
	ctx := context.Background()
	e, err := engine.New(ctx, engine.WithOnly("16"))
	if err != nil {
		log.Fatal(err)
	}
	documents, err := e.Load("facts.yaml", []byte(exampleFacts))
	if err != nil {
		log.Fatal(err)
	}
	r, err := e.Evaluate(ctx, documents[0])
	if err != nil {
		log.Fatal(err)
	}
	for _, failOn := range []string{"breach", "breach > 1", "fine.statutory_cap.per_decision > 1000000"} {
		g, err := gate.New(failOn, nil)
		if err != nil {
			log.Fatal(err)
		}
		outcome, why := g.Judge(r)
		fmt.Println(failOn, "→", outcome)
		if why != nil {
			fmt.Println(why)
		}
	}
	// Output:
	// breach → failed
	// breach > 1 → passed
	// fine.statutory_cap.per_decision > 1000000 → undecided
	// fine.statutory_cap.per_decision > 1000000 cannot be decided: fine.statutory_cap.per_decision is not known
}
