package render

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/records/lint"
)

// LintJUnit writes one test suite and in it a test case per rule. Errors are a
// failure. Warnings are skipped and so are rules with nothing to check, and the
// message says which: a skipped case is never counted as passed.
func LintJUnit(w io.Writer, r *lint.Report) error {
	suite := junitSuite{
		Name: lintSubject(r), Tests: len(r.Rules),
		Properties: []junitProperty{{"period", r.Period.From + "/" + r.Period.To}, {"published", r.Period.Published}},
	}
	for _, f := range r.Files {
		suite.Properties = append(suite.Properties, junitProperty{"file", f.Name}, junitProperty{"sha256", f.SHA256})
	}
	for _, rule := range lintRules(r) {
		test := junitCase{Name: rule.name(), Class: rule.ID}
		if len(rule.found) > 0 {
			test.File, test.Line = rule.found[0].Ref.File, rule.found[0].Line
		}
		switch rule.Outcome {
		case lintError:
			suite.Failures++
			test.Failure = &junitFailure{
				Message: lintMessages(rule.found), Type: cmp.Or(rule.Basis, noProvision), Text: lintFailure(rule.found),
			}
		case lintWarning:
			suite.Skipped++
			test.Skipped = &junitSkipped{Message: "warning: " + lintMessages(rule.found)}
		case lintNothing:
			suite.Skipped++
			test.Skipped = &junitSkipped{Message: string(lintNothing)}
		}
		suite.Cases = append(suite.Cases, test)
	}
	return writeJUnit(w, suite)
}

func lintMessages(findings []lint.Finding) string { return joined(findings, "; ", lintMessage) }

func lintFailure(findings []lint.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "\n%s", f)
	}
	return b.String() + "\n"
}
