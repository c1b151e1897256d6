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
