package html_test

import (
	"bytes"
	"fmt"
	"log"
	"strings"

	"github.com/dsaeval/dsaeval/engine/render/html"
	"github.com/dsaeval/dsaeval/engine/report"
)

// One page takes any number of reports, as Engine.Evaluate returns them.
func ExampleWrite() {
	judged := &report.Report{AssessmentDate: "2025-06-02", Service: report.Service{Name: "Example"}}
	var b bytes.Buffer
	if err := html.Write(&b, []*report.Report{judged}); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Contains(b.String(), `<h2 id="r1-name">Example</h2>`))
	// Output: true
}
