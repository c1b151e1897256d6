// Package judging is the pipeline that judges documents of facts: read, reshuffle,
// judge, write. Order does not survive a pipeline, so that reports are sorted by the
// digest of their facts.
package judging

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/gate"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/scale/internal/files"
)

// Document is a document of facts that was read but not understood: a line of NDJSON,
// or a file, of which Line is then 0.
type Document struct {
	File    string
	Line    int
	Content []byte
}

// Judged is a report as JSON, on one line.
type Judged struct {
	SHA256 string // of the facts
	Report []byte
}

// Refused says why a document could not be judged.
type Refused struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Pointer string `json:"pointer,omitempty"`
	Message string `json:"message"`
}

// Files in the folder of the results. That the list of what was refused is there, if
// empty, shows that a run came to its end.
const (
	reportsName = "reports-%s.ndjson"
	RefusedName = "refused.ndjson"
)

// Namespace is that of the counters.
const Namespace = "judging"

var documentsJudged = beam.NewCounter(Namespace, "documents")

// Build adds the pipeline that judges the documents in files. Reports go to as many
// files as there are first digits of a digest, of digits digits: the reports of one are
// in memory at a time, and in the order of their names all are in order.
func Build(s beam.Scope, names []string, digits int, folder string) {
	documents := beam.ParDo(s.Scope("read"), &readFn{}, beam.Reshuffle(s, beam.CreateList(s, names)))
	judged, refused := beam.ParDo2(s.Scope("judge"), &judgeFn{Digits: digits}, beam.Reshuffle(s, documents))
	written := beam.ParDo(s.Scope("reports"), &writeFn{folder}, beam.GroupByKey(s, judged))
	beam.ParDo0(s.Scope("refused"), &refusedFn{folder}, beam.Impulse(s), beam.SideInput{Input: refused}, beam.SideInput{Input: written})
}

type readFn struct{}

// ProcessElement reads one file. It is not checked here, which is the longer work.
func (*readFn) ProcessElement(ctx context.Context, name string, emit func(Document)) error {
	r, err := files.Open(ctx, name)
	if err != nil {
		return err
	}
	defer r.Close()
	if !strings.HasSuffix(name, ".ndjson") && !strings.HasSuffix(name, ".jsonl") {
		// One byte more than is allowed lets the schema say that it is too much.
		content, err := io.ReadAll(io.LimitReader(r, facts.MaxSize+1))
		emit(Document{File: name, Content: content})
		return err
	}
	return eachLine(r, func(number int, line []byte) {
		if len(bytes.TrimSpace(line)) > 0 {
			emit(Document{name, number, bytes.Clone(line)})
		}
	})
}

// judge is an engine, and the gate that `evaluate --fail-on never` has, which stands in
// its reports.
type judge struct {
	*engine.Engine
	gate *gate.Gate
}

// once makes the one judge of a process, which several bundles share.
var once = sync.OnceValues(func() (*judge, error) {
	e, err := engine.New(context.Background())
	if err != nil {
		return nil, err
	}
	never, err := gate.New("never", nil)
	return &judge{e, never}, err
})

type judgeFn struct{ Digits int }

// ProcessElement judges one document.
func (f *judgeFn) ProcessElement(ctx context.Context, d Document, judged func(string, Judged), refused func(Refused)) error {
	e, err := once()
	if err != nil {
		return err
	}
	each := func(document *facts.Facts, err error) error {
		var problems facts.Problems
		if errors.As(err, &problems) {
			for _, p := range problems {
				refused(Refused{d.File, p.Position.Line, p.Position.Column, p.Pointer, p.Message})
			}
			return nil
		}
		if err != nil {
			return err
		}
		r, err := e.Evaluate(ctx, document)
		if errors.Is(err, policy.ErrNoDate) {
			refused(Refused{File: d.File, Line: d.Line, Message: policy.ErrNoDate.Error()})
			return nil
		}
		if err != nil {
			return err
		}
		var content bytes.Buffer
		encoder := json.NewEncoder(&content)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(e.gate.Mark(r)[0]); err != nil {
			return err
		}
		documentsJudged.Inc(ctx, 1)
		judged(document.SHA256()[:f.Digits], Judged{document.SHA256(), content.Bytes()})
		return nil
	}
	if d.Line > 0 {
		return each(e.Line(d.File, d.Line, d.Content))
	}
	for document, err := range e.Documents(d.File, bytes.NewReader(d.Content)) {
		if err := each(document, err); err != nil {
			return err
		}
	}
	return nil
}

type writeFn struct{ Folder string }

// ProcessElement writes the reports on facts whose digests begin alike.
func (f *writeFn) ProcessElement(ctx context.Context, first string, judged func(*Judged) bool, written func(string)) error {
	var all []Judged
	for j := (Judged{}); judged(&j); j = (Judged{}) {
		all = append(all, j)
	}
	slices.SortFunc(all, func(a, b Judged) int {
		return cmp.Or(cmp.Compare(a.SHA256, b.SHA256), bytes.Compare(a.Report, b.Report))
	})
	name := files.Join(f.Folder, fmt.Sprintf(reportsName, first))
	err := files.Write(ctx, name, func(w io.Writer) error {
		for _, j := range all {
			if _, err := w.Write(j.Report); err != nil {
				return err
			}
		}
		return nil
	})
	written(name)
	return err
}

type refusedFn struct{ Folder string }

// ProcessElement lists what was refused, when all reports are written.
func (f *refusedFn) ProcessElement(ctx context.Context, _ []byte, refused func(*Refused) bool, _ func(*string) bool) error {
	var all []Refused
	for r := (Refused{}); refused(&r); r = (Refused{}) {
		all = append(all, r)
	}
	slices.SortFunc(all, func(a, b Refused) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Pointer, b.Pointer), cmp.Compare(a.Message, b.Message))
	})
	return files.Write(ctx, files.Join(f.Folder, RefusedName), func(w io.Writer) error {
		encoder := json.NewEncoder(w)
		for _, r := range all {
			if err := encoder.Encode(r); err != nil {
				return err
			}
		}
		return nil
	})
}

func init() {
	register.DoFn3x1[context.Context, string, func(Document), error](&readFn{})
	register.DoFn4x1[context.Context, Document, func(string, Judged), func(Refused), error](&judgeFn{})
	register.DoFn4x1[context.Context, string, func(*Judged) bool, func(string), error](&writeFn{})
	register.DoFn4x1[context.Context, []byte, func(*Refused) bool, func(*string) bool, error](&refusedFn{})
	register.Emitter1[Document]()
	register.Emitter1[Refused]()
	register.Emitter1[string]()
	register.Emitter2[string, Judged]()
	register.Iter1[Judged]()
	register.Iter1[Refused]()
	register.Iter1[string]()
}
