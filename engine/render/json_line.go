package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"

	"github.com/dsaeval/dsaeval/engine/report"
)

// jsonLine writes reports of which many say the same of their obligations and ask the same
// questions: what was encoded is used again. Its bytes are those of [newEncoder].
type jsonLine struct {
	obligations []recent[[]byte] // by the place of the obligation in a report
	questions   map[string]*encodedQuestion
	buffer      bytes.Buffer
	encoder     *json.Encoder // into the buffer
	line        []byte
}

// The lists that are written piece by piece, as they are where they are empty. Within a
// text both have a backslash, so that the first is the list.
const noObligations, noQuestions = `"obligations":[]`, `"questions":[]`

var errOrder = errors.New("the JSON of a report is not in the order in which it is written")

func (j *jsonLine) write(w io.Writer, r *report.Report) error {
	if r.Obligations == nil || r.Questions == nil { // of whoever made it by hand
		return newEncoder(w).Encode(r)
	}
	rest := *r
	rest.Obligations, rest.Questions = []report.Obligation{}, []report.Question{}
	whole, err := j.encode(nil, &rest)
	if err != nil {
		return err
	}
	head, tail, found := bytes.Cut(whole, []byte(noObligations))
	middle, tail, also := bytes.Cut(tail, []byte(noQuestions))
	if !found || !also {
		return errOrder
	}
	j.line = append(j.line[:0], head...)
	if j.line, err = j.appendObligations(j.line, r.Obligations); err != nil {
		return err
	}
	j.line = append(j.line, middle...)
	if j.line, err = j.appendQuestions(j.line, r.Questions); err != nil {
		return err
	}
	j.line = append(append(j.line, tail...), '\n')
	_, err = w.Write(j.line)
	return err
}

// encode appends the JSON of a value.
func (j *jsonLine) encode(to []byte, value any) ([]byte, error) {
	if j.encoder == nil {
		j.encoder = newEncoder(&j.buffer)
	}
	j.buffer.Reset()
	if err := j.encoder.Encode(value); err != nil {
		return nil, err
	}
	return append(to, bytes.TrimSuffix(j.buffer.Bytes(), []byte("\n"))...), nil
}

func (j *jsonLine) appendObligations(to []byte, list []report.Obligation) ([]byte, error) {
	j.obligations = append(j.obligations, make([]recent[[]byte], max(0, len(list)-len(j.obligations)))...)
	to = append(to, `"obligations":[`...)
	for i := range list {
		if i > 0 {
			to = append(to, ',')
		}
		encoded, fresh := j.obligations[i].of(&list[i])
		if fresh {
			var err error
			if *encoded, err = j.encode((*encoded)[:0], &list[i]); err != nil {
				return nil, err
			}
		}
		to = append(to, *encoded...)
	}
	return append(to, ']'), nil
}

// encodedQuestion is the JSON of a question up to the Articles that wait for it, which are
// others in each report, as is the place in the facts.
type encodedQuestion struct {
	of   report.Question
	json []byte
}

// maxQuestions bounds what is kept, of half a kilobyte each: elements of lists apart, there
// are as many as the schema has facts.
const maxQuestions = 10_000

func (j *jsonLine) appendQuestions(to []byte, list []report.Question) ([]byte, error) {
	to = append(to, `"questions":[`...)
	for i := range list {
		if i > 0 {
			to = append(to, ',')
		}
		q := &list[i]
		if q.Articles == nil {
			var err error
			if to, err = j.encode(to, q); err != nil {
				return nil, err
			}
			continue
		}
		encoded, err := j.question(q)
		if err != nil {
			return nil, err
		}
		to = append(append(to, encoded...), `"articles":[`...)
		for n, article := range q.Articles {
			if n > 0 {
				to = append(to, ',')
			}
			if to, err = j.encode(to, article); err != nil {
				return nil, err
			}
		}
		to = strconv.AppendInt(append(to, `],"line":`...), int64(q.Line), 10)
		to = append(strconv.AppendInt(append(to, `,"column":`...), int64(q.Column), 10), '}')
	}
	return append(to, ']'), nil
}

func (j *jsonLine) question(q *report.Question) ([]byte, error) {
	if known := j.questions[q.Pointer]; known != nil && sameQuestion(&known.of, q) {
		return known.json, nil
	}
	bare := *q
	bare.Articles, bare.Line, bare.Column = []string{}, 0, 0
	whole, err := j.encode(nil, &bare)
	if err != nil {
		return nil, err
	}
	begin, ends := bytes.CutSuffix(whole, []byte(`"articles":[],"line":0,"column":0}`))
	if !ends {
		return nil, errOrder
	}
	if j.questions == nil || len(j.questions) >= maxQuestions {
		j.questions = map[string]*encodedQuestion{}
	}
	j.questions[q.Pointer] = &encodedQuestion{*q, begin}
	return begin, nil
}

// sameQuestion reports whether two questions about a fact certainly ask the same.
func sameQuestion(a, b *report.Question) bool {
	return sameValue(a.Question, b.Question) && a.Description == b.Description && a.Kind == b.Kind && sameValue(a.Unit, b.Unit) && sameList(a.Values, b.Values)
}
