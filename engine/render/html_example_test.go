package render_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/render"
)

// One page takes any number of reports, as Engine.Evaluate returns them.
func ExampleHTML() {
	report := &engine.Report{AssessmentDate: "2025-06-02", Service: engine.Service{Name: "Example"}}
	var b bytes.Buffer
	if err := render.HTML(&b, report); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Contains(b.String(), `<h2 id="r1-name">Example</h2>`))
	// Output: true
}
