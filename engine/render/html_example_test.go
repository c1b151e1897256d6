package render_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

// One page takes any number of reports, as Engine.Evaluate returns them.
func ExampleHTML() {
	judged := &report.Report{AssessmentDate: "2025-06-02", Service: report.Service{Name: "Example"}}
	var b bytes.Buffer
	if err := render.HTML(&b, judged); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Contains(b.String(), `<h2 id="r1-name">Example</h2>`))
	// Output: true
}
