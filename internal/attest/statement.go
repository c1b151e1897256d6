package attest

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	statement "github.com/in-toto/attestation/go/v1"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	"github.com/dsaeval/dsaeval/engine/report"
)

// PredicateType says what the predicate of a statement is; docs/verify.md describes it.
const PredicateType = "https://github.com/dsaeval/dsaeval/attestation/evaluation/v1"

// Predicate is what a statement says about its subjects, the files of facts.
type Predicate struct {
	Reports []Claim `json:"reports"`
}

// Claim is one report in short.
type Claim struct {
	Service        report.Service `json:"service"`
	AssessmentDate report.Day     `json:"assessment_date"`
	Detail         report.Detail  `json:"detail"`
	Summary        report.Summary `json:"summary"`
	Verdicts       []Verdict      `json:"verdicts"`
	Gate           *report.Gate   `json:"gate"`
	// ReportSHA256 is of the whole report as JSON in one line without the line end, so
	// that nothing of it can be other.
	ReportSHA256 string            `json:"report_sha256"`
	Provenance   report.Provenance `json:"provenance"`
}

// Verdict is that on one obligation, with the codes of what was found.
type Verdict struct {
	ID       string         `json:"id"`
	Verdict  report.Verdict `json:"verdict"`
	Findings []string       `json:"findings"`
	Waived   bool           `json:"waived"`
}

// ClaimOf puts a report in short.
func ClaimOf(r *report.Report) (Claim, error) {
	content, err := line(r)
	if err != nil {
		return Claim{}, err
	}
	sum := sha256.Sum256(content)
	c := Claim{
		Service: r.Service, AssessmentDate: r.AssessmentDate, Detail: r.Detail.Level(), Summary: r.Summary, Verdicts: []Verdict{},
		Gate: r.Gate, ReportSHA256: hex.EncodeToString(sum[:]), Provenance: r.Provenance,
	}
	for _, o := range r.Obligations {
		v := Verdict{ID: o.ID, Verdict: o.Verdict, Findings: []string{}, Waived: o.Waived()}
		for _, f := range o.Findings {
			v.Findings = append(v.Findings, f.Code)
		}
		c.Verdicts = append(c.Verdicts, v)
	}
	return c, nil
}

// line is a value as JSON in one line, as reports are written.
func line(value any) ([]byte, error) {
	var content bytes.Buffer
	encoder := json.NewEncoder(&content)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(content.Bytes(), []byte("\n")), nil
}

var errNothing = errors.New("there is no report to make a statement about")

// Statement is an in-toto Statement v1 about reports: its subjects are the files of
// facts with their digests. The same reports give the same bytes.
func Statement(reports []*report.Report) ([]byte, error) {
	if len(reports) == 0 {
		return nil, errNothing
	}
	var p Predicate
	var subjects []subject
	for _, r := range reports {
		c, err := ClaimOf(r)
		if err != nil {
			return nil, err
		}
		p.Reports = append(p.Reports, c)
		for _, f := range r.Provenance.Facts {
			subjects = append(subjects, subject{f.File, digests{f.SHA256}})
		}
	}
	slices.SortFunc(subjects, func(a, b subject) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Digest.SHA256, b.Digest.SHA256))
	})
	content, err := line(written{Type: statement.StatementTypeUri, Subject: slices.Compact(subjects), PredicateType: PredicateType, Predicate: p})
	if err != nil {
		return nil, err
	}
	if err := valid(content); err != nil {
		return nil, fmt.Errorf("the statement: %w", err)
	}
	return append(content, '\n'), nil
}

// written is the statement in an order that people read; protojson has no order that
// it promises.
type written struct {
	Type          string    `json:"_type"`
	Subject       []subject `json:"subject"`
	PredicateType string    `json:"predicateType"`
	Predicate     Predicate `json:"predicate"`
}

type subject struct {
	Name   string  `json:"name"`
	Digest digests `json:"digest"`
}

type digests struct {
	SHA256 string `json:"sha256"`
}

// valid has the types of in-toto read a statement and say what is wrong with it.
func valid(content []byte) error {
	var s statement.Statement
	if err := protojson.Unmarshal(content, &s); err != nil {
		return err
	}
	return s.Validate()
}

// Read returns what a statement says. The error tells what else it is.
func Read(content []byte) (Predicate, error) {
	err := valid(content)
	if errors.Is(err, proto.Error) { // in words that are about protobuf
		return Predicate{}, errors.New("this is no in-toto statement: it is not JSON with the members of one; perhaps something was changed since it was written")
	}
	if err != nil {
		return Predicate{}, fmt.Errorf("this is no in-toto statement: %w", err)
	}
	var w written
	if err := json.Unmarshal(content, &w); err != nil {
		return Predicate{}, fmt.Errorf("this is no statement about reports: %w", err)
	}
	if w.PredicateType != PredicateType {
		return Predicate{}, fmt.Errorf("the statement is about something else: its predicate is of the type %q", w.PredicateType)
	}
	if len(w.Predicate.Reports) == 0 {
		return Predicate{}, errors.New("the statement is about no report")
	}
	return w.Predicate, nil
}
