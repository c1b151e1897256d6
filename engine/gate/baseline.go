package gate

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// Baseline is what reports of the past have found. What is in it fails no run.
// A nil Baseline knows nothing.
type Baseline struct {
	reports []*report.Report
	known   map[identity]bool
	file    report.File
}

// writeOne is what to try where a file is no report.
const writeOne = "give a report that was written as JSON"

// identity tells findings apart. Where a fact stands and what its value is do
// not belong to it, so that moving a line makes nothing new.
type identity struct{ service, obligation, code, item string }

// openCode stands for a finding in the identity of what is undetermined; codes
// of findings are words.
const openCode = "?"

func identityOf(service, obligation string, f report.Finding) identity {
	item := ""
	if f.Item != nil {
		item = strconv.Itoa(*f.Item)
	}
	return identity{service, obligation, f.Code, item}
}

// LoadBaseline reads what `evaluate --output json` wrote: one report or, as
// NDJSON, several. The error is [document.Problems].
func LoadBaseline(name string, content []byte) (*Baseline, error) {
	sum := sha256.Sum256(content)
	b := &Baseline{known: map[identity]bool{}, file: report.File{File: name, SHA256: hex.EncodeToString(sum[:])}}
	decoder := json.NewDecoder(bytes.NewReader(content))
	for {
		start := decoder.InputOffset()
		var r report.Report
		err := decoder.Decode(&r)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, baselineProblem(name, content, decoder.InputOffset(), err)
		}
		if message := unusable(&r); message != "" {
			for start < int64(len(content)) && bytes.IndexByte([]byte(" \t\r\n"), content[start]) >= 0 {
				start++
			}
			return nil, document.Problems{{
				Position: positionOf(name, content, start), Message: message,
				Hint: writeOne,
			}}
		}
		b.add(&r)
	}
	if len(b.reports) == 0 {
		return nil, document.Problems{{Position: document.Position{File: name}, Message: "the file is empty", Hint: writeOne}}
	}
	return b, nil
}

func unusable(r *report.Report) string {
	switch {
	case r.SchemaVersion == 0 || len(r.Obligations) == 0 && r.Provenance.Engine == "":
		return "this is no report"
	case r.SchemaVersion > report.SchemaVersion:
		return fmt.Sprintf("the report has schema_version %d; this program reads %d", r.SchemaVersion, report.SchemaVersion)
	}
	if err := r.Require(report.DetailFindings, "a baseline"); err != nil {
		return err.Error()
	}
	for _, o := range r.Obligations {
		if !slices.Contains([]report.Verdict{report.Breach, report.Compliant, report.Undetermined, report.NotApplicable}, o.Verdict) {
			return fmt.Sprintf("%s has the verdict %q, which is none", o.ID, o.Verdict)
		}
	}
	return ""
}

// add notes what a report has found. What was waived is left out: when the
// waiver ends, the finding is new.
func (b *Baseline) add(r *report.Report) {
	b.reports = append(b.reports, r)
	for _, o := range r.Obligations {
		switch o.Verdict {
		case report.Undetermined:
			if o.Waiver == nil {
				b.known[identity{r.Service.Name, o.ID, openCode, ""}] = true
			}
		case report.Breach:
			if len(o.Findings) == 0 && o.Waiver == nil {
				b.known[identityOf(r.Service.Name, o.ID, report.Finding{})] = true
			}
			for _, f := range o.Findings {
				if o.WaiverOf(f) == nil {
					b.known[identityOf(r.Service.Name, o.ID, f)] = true
				}
			}
		}
	}
}

func (b *Baseline) finding(service, obligation string, f report.Finding) bool {
	return b != nil && b.known[identityOf(service, obligation, f)]
}

func (b *Baseline) undetermined(service, obligation string) bool {
	return b != nil && b.known[identity{service, obligation, openCode, ""}]
}

// of returns the latest report about a service, nil if there is none.
func (b *Baseline) of(service string) *report.Report {
	var latest *report.Report
	if b == nil {
		return nil
	}
	for _, r := range b.reports {
		if r.Service.Name == service && (latest == nil || r.AssessmentDate >= latest.AssessmentDate) {
			latest = r
		}
	}
	return latest
}

func (b *Baseline) totals(service string) totals {
	if r := b.of(service); r != nil {
		return totalsOf(r)
	}
	return totals{}
}

func baselineProblem(name string, content []byte, offset int64, err error) error {
	var syntax *json.SyntaxError
	var mismatch *json.UnmarshalTypeError
	message := err.Error()
	switch {
	case errors.As(err, &syntax):
		// The offset is behind the byte that was wrong, and counts from the start
		// of the value.
		offset = max(syntax.Offset-1, 0)
	case errors.As(err, &mismatch):
		message = fmt.Sprintf("this is no report: %s is %s", mismatch.Field, mismatch.Value)
	case errors.Is(err, io.ErrUnexpectedEOF):
		message, offset = "the report ends too early", int64(len(content))
	}
	return document.Problems{{Position: positionOf(name, content, offset), Message: message, Hint: writeOne}}
}

func positionOf(name string, content []byte, offset int64) document.Position {
	before := content[:min(offset, int64(len(content)))]
	return document.Position{
		File: name, Line: bytes.Count(before, []byte{'\n'}) + 1,
		Column: len([]rune(string(before[bytes.LastIndexByte(before, '\n')+1:]))) + 1,
	}
}
