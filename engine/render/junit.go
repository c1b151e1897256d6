package render

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// junitStream writes a test suite per report and in it a test case per obligation. A
// breach is a failure. What is undetermined, ended, waived or not applicable is
// skipped, and the message says which: a skipped case is never counted as
// passed. Facts that could not be judged are errors in a suite of their own. Only the
// suites have totals: those of all stand above them and are not known in time.
type junitStream struct {
	w     io.Writer
	begun bool
}

func newJUnit(w io.Writer, _ writeOptions) stream { return &junitStream{w: w} }

func (s *junitStream) add(r *report.Report) error { return s.suite(junitSuiteOf(r)) }

func (s *junitStream) refuse(list []report.Unusable) error {
	suite := junitSuite{Name: "facts of " + list[0].File, Tests: len(list), Errors: len(list)}
	for _, u := range list {
		suite.Cases = append(suite.Cases, junitCase{
			Name: u.Place(), Class: "facts", File: u.File, Line: u.Line, Error: &junitFailure{Message: u.Message, Type: "facts", Text: u.Hint},
		})
	}
	return s.suite(suite)
}

func (s *junitStream) begin() error {
	if s.begun {
		return nil
	}
	s.begun = true
	_, err := io.WriteString(s.w, xml.Header+"<testsuites name=\"dsaeval\">\n")
	return err
}

func (s *junitStream) suite(suite junitSuite) error {
	content, err := xml.MarshalIndent(suite, "  ", "  ")
	if err == nil {
		err = s.begin()
	}
	if err == nil {
		_, err = s.w.Write(append(content, '\n'))
	}
	return err
}

func (s *junitStream) close() error {
	err := s.begin()
	if err == nil {
		_, err = io.WriteString(s.w, "</testsuites>\n")
	}
	return err
}

// Times and host names, which JUnit knows as well, would make two runs differ.
type junitSuite struct {
	XMLName    xml.Name        `xml:"testsuite"`
	Name       string          `xml:"name,attr"`
	Tests      int             `xml:"tests,attr"`
	Failures   int             `xml:"failures,attr"`
	Errors     int             `xml:"errors,attr"`
	Skipped    int             `xml:"skipped,attr"`
	Properties []junitProperty `xml:"properties>property,omitempty"`
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
	Error   *junitFailure `xml:"error"`
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
		Name: subject(r) + ", on " + string(r.AssessmentDate), Tests: len(r.Obligations),
		Properties: []junitProperty{
			{"assessment_date", string(r.AssessmentDate)},
			{"facts", r.File()},
			{"policies_sha256", r.Provenance.PoliciesSHA256},
			{"parameters_sha256", r.Provenance.ParametersSHA256},
			{"engine", r.Provenance.Engine},
			{"made_from", words.MadeFrom(r)},
		},
	}
	if sentence := words.AtStake(r); sentence != "" {
		suite.Properties = append(suite.Properties, junitProperty{"fine", sentence})
	}
	for _, doubt := range r.Doubts() {
		suite.Properties = append(suite.Properties, junitProperty{"fine_doubt", doubt})
	}
	for _, o := range r.Obligations {
		test := junitCase{Name: words.Provision(o.Article, o.Origin) + " " + o.Title, Class: o.ID, File: r.File(), Line: firstLine(o)}
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
