package saved

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/document"
)

// ErrNoReport means that a file does not hold reports in JSON that this program knows.
var ErrNoReport = errors.New("a report in JSON is expected")

// Read yields the reports of a file in their order. The name stands in messages.
// Numbers stay as exact as they were written. An error ends the sequence; it is
// [document.Problems] where the file holds no reports, or none that this program
// knows. A file without any is such a problem.
func Read(name string, r io.Reader) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		if r == nil {
			yield(nil, errors.New(name+": there is nothing to read from"))
			return
		}
		lines := &lineReader{r: r}
		decoder := json.NewDecoder(lines)
		for n := 0; ; n++ {
			var one report.Report
			begin := lines.at(name, decoder.InputOffset())
			if n > 0 {
				begin.Line++ // a line ends between two
			}
			var raw json.RawMessage
			err := decoder.Decode(&raw)
			if err == nil {
				err = decode(raw, &one)
			}
			switch {
			case errors.Is(err, io.EOF) && n > 0:
				return
			case errors.Is(err, io.EOF):
				err = problem(document.Position{File: name}, "the file is empty")
			case err != nil:
				err = lines.problem(name, decoder, err)
			default:
				if message := unusable(&one); message != "" {
					err = problem(begin, message)
				} else if message, offset := doubtful(raw); message != "" {
					err = problem(lines.place(name, decoder.InputOffset()-int64(len(raw)-offset)), message)
				}
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(&one, nil) {
				return
			}
		}
	}
}

// decode reads one report, with numbers as exact as they were written.
func decode(raw []byte, into *report.Report) error {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.UseNumber()
	return decoder.Decode(into)
}

// Load returns the reports of a file as [Read] does, or its error.
func Load(name string, content []byte) ([]*report.Report, error) {
	var all []*report.Report
	for r, err := range Read(name, bytes.NewReader(content)) {
		if err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, nil
}

// Is reports whether content begins with a report rather than with facts, in which
// none of the names of a report may stand.
func Is(content []byte) bool {
	var head struct {
		Version     json.RawMessage `json:"schema_version"`
		Obligations json.RawMessage `json:"obligations"`
	}
	err := json.NewDecoder(bytes.NewReader(content)).Decode(&head)
	return err == nil && head.Version != nil && head.Obligations != nil
}

// unusable says why a report cannot be used; it is empty where it can.
func unusable(r *report.Report) string {
	switch {
	case r.SchemaVersion <= 0 || len(r.Obligations) == 0 && r.Provenance.Engine == "":
		return "this is no report"
	case r.SchemaVersion > report.SchemaVersion:
		return fmt.Sprintf("the report has schema_version %d; this program reads %d", r.SchemaVersion, report.SchemaVersion)
	case !r.Detail.Known():
		return fmt.Sprintf("the report has the detail %q, which is none", r.Detail)
	}
	for _, o := range r.Obligations {
		if !slices.Contains(report.Verdicts(), o.Verdict) {
			return fmt.Sprintf("%s has the verdict %q, which is none", o.ID, o.Verdict)
		}
	}
	return ""
}

func problem(at document.Position, message string) error {
	return document.Problems{{Position: at, Message: message, Cause: ErrNoReport}}
}
