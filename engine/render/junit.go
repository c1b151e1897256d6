package render

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// writeJUnit writes a test suite per report and in it a test case per obligation. A
// breach is a failure. What is undetermined, ended, waived or not applicable is
// skipped, and the message says which: a skipped case is never counted as
// passed.
func writeJUnit(w io.Writer, reports []*report.Report) error {
	suites := make([]junitSuite, len(reports))
	for i, r := range reports {
		suites[i] = junitSuiteOf(r)
	}
	return junitDocument(w, suites)
}

func junitDocument(w io.Writer, list []junitSuite) error {
	suites := junitSuites{Name: "dsaeval", Suites: list}
	for _, suite := range list {
		suites.Tests += suite.Tests
		suites.Failures += suite.Failures
		suites.Skipped += suite.Skipped
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(suites); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// Times and host names, which JUnit knows as well, would make two runs differ.
type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Skipped  int          `xml:"skipped,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name       string          `xml:"name,attr"`
	Tests      int             `xml:"tests,attr"`
	Failures   int             `xml:"failures,attr"`
	Errors     int             `xml:"errors,attr"`
	Skipped    int             `xml:"skipped,attr"`
	Properties []junitProperty `xml:"properties>property"`
	Cases      []junitCase     `xml:"testcase"`
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
	Skipped *junitSkipped `xml:"skipped"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"` // the basis
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

func junitSuiteOf(r *report.Report) junitSuite {
	suite := junitSuite{
		Name: subject(r) + ", on " + r.AssessmentDate, Tests: len(r.Obligations),
		Properties: []junitProperty{
			{"assessment_date", r.AssessmentDate},
			{"facts", r.File()},
			{"policies_sha256", r.Provenance.PoliciesSHA256},
			{"parameters_sha256", r.Provenance.ParametersSHA256},
			{"engine", r.Provenance.Engine},
		},
	}
	if sentence := words.AtStake(r); sentence != "" {
		suite.Properties = append(suite.Properties, junitProperty{"fine", sentence})
	}
	for _, doubt := range r.Doubts() {
		suite.Properties = append(suite.Properties, junitProperty{"fine_doubt", doubt})
	}
	for _, o := range r.Obligations {
		test := junitCase{Name: "Art. " + o.Article + " " + o.Title, Class: o.ID, File: r.File(), Line: firstLine(o)}
		switch {
		case o.Verdict == report.Breach && !o.Waived() && !o.Ended:
			suite.Failures++
			test.Failure = &junitFailure{
				Message: joined(o.Findings, "; ", words.Finding), Type: string(o.Basis), Text: breachText(r.File(), o),
			}
		case o.Verdict != report.Compliant:
			suite.Skipped++
			test.Skipped = &junitSkipped{Message: notTested(o)}
		}
		suite.Cases = append(suite.Cases, test)
	}
	return suite
}

// notTested says why an obligation has neither passed nor failed.
func notTested(o report.Obligation) string {
	switch {
	case o.Verdict == report.Breach && o.Waived():
		return fmt.Sprintf("waived: %s (breach: %s)", waiversText(o), joined(o.Findings, "; ", words.Finding))
	case o.Verdict == report.Breach:
		return words.Breach(o) + ": " + joined(o.Findings, "; ", words.Ended)
	case o.Verdict == report.Undetermined && o.Waiver != nil:
		return "waived: " + waiversText(o) + " (undetermined: " + joined(o.Missing, "; ", words.Missing) + ")"
	case o.Verdict == report.Undetermined:
		return "undetermined: " + joined(o.Missing, "; ", words.Missing)
	case o.IfApplicable != nil:
		return fmt.Sprintf("not applicable: %s (if it applied: %s)", joined(o.Reasons, ", ", words.Reason), *o.IfApplicable)
	}
	return "not applicable: " + joined(o.Reasons, ", ", words.Reason)
}

func firstLine(o report.Obligation) int {
	for _, f := range o.Findings {
		for _, e := range f.Evidence {
			return e.Line
		}
	}
	return 0
}

func breachText(file string, o report.Obligation) string {
	var b strings.Builder
	for i, f := range o.Findings {
		fmt.Fprintf(&b, "\n%s\n", words.Finding(f))
		for _, e := range f.Evidence {
			fmt.Fprintf(&b, "  %s\n", words.Evidence(file, e))
		}
		for _, line := range words.Grounds(f) {
			fmt.Fprintf(&b, "  %s\n", line)
		}
		if w := o.WaiverOf(f); w != nil {
			fmt.Fprintf(&b, "  waived: %s\n", words.Waiver(*w))
		}
		if remedy := o.RemedyAfter(i); remedy != "" {
			fmt.Fprintf(&b, "  what ends it: %s\n", remedy)
		}
	}
	if said := words.StandsOn(o); said != "" {
		fmt.Fprintf(&b, "%s; %s\n", words.Breach(o), said)
	}
	return b.String()
}
