package facts_test

import (
	"fmt"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// A bundle normally comes from schemas.Facts().
func bundle() map[string]any {
	return map[string]any{
		"type": "object", "additionalProperties": false,
		"properties": map[string]any{
			"notices": map[string]any{
				"type": "object", "additionalProperties": false,
				"properties": map[string]any{
					"submitted_count": map[string]any{"type": "integer", "minimum": 0},
					"lost_count":      map[string]any{"type": "integer", "minimum": 0, "part_of": "submitted_count"},
					"decided_count":   map[string]any{"type": "integer", "minimum": 0},
				},
			},
		},
	}
}

func ExampleSchema_Load() {
	schema, err := facts.NewSchema(bundle())
	if err != nil {
		fmt.Println(err)
		return
	}
	documents, err := schema.Load("facts.yaml", []byte("notices:\n  submitted_count: 100\n  lost_count: 12\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	lost, _ := documents[0].At("/notices/lost_count")
	fmt.Println(lost.Position, lost.Text)
	for _, path := range documents[0].Unknowns() {
		fmt.Println("not known:", path)
	}
	// Output:
	// facts.yaml:3:15 12
	// not known: notices.decided_count
}

func ExampleProblems() {
	schema, err := facts.NewSchema(bundle())
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = schema.Load("facts.yaml", []byte("notices:\n  submited_count: 100\n  lost_count: \"12\"\n"))
	fmt.Println(err)
	// Output:
	// facts.yaml:2:3: unknown key notices.submited_count
	//     hint: did you mean submitted_count?
	// facts.yaml:3:15: notices.lost_count is "12"; expected a whole number
	//     hint: remove the quotes
}

// A program that holds the facts itself needs no file. What it does not know is nil.
func ExampleSchema_From() {
	schema, err := facts.NewSchema(bundle())
	if err != nil {
		fmt.Println(err)
		return
	}
	type notices struct {
		Submitted *int `json:"submitted_count,omitempty"`
		Lost      *int `json:"lost_count,omitempty"`
		Decided   *int `json:"decided_count,omitempty"`
	}
	submitted, lost := 100, 12
	document, err := schema.From("monthly figures", map[string]any{"notices": notices{Submitted: &submitted, Lost: &lost}})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("not known:", document.Unknowns())
	more, err := document.With("/notices/decided_count", 88)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("not known:", more.Unknowns())
	_, err = document.With("/notices/lost_count", 120)
	fmt.Println(err)
	// Output:
	// not known: [notices.decided_count]
	// not known: []
	// monthly figures: notices.lost_count is 120, more than the 100 of notices.submitted_count
	//     hint: a part cannot be greater than the whole; one of the two is wrong, or they were counted over different periods
}
