package engine

import (
	"context"
	"errors"
	"iter"
	"sync"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/crash"
)

var errNoDocuments = errors.New("the sequence of documents is nil")

// EvaluateAll judges many documents, several at a time, and gives the reports in the
// order of the documents. A document that cannot be judged has its error in its place,
// as has an error that the documents come with; the others go on. Where nothing can
// be judged at all, or once the context is done, the error comes alone and ends the
// sequence.
//
// At most twice as many documents as there are workers are held at a time, however
// many there are. The documents are read by the goroutine that reads the reports, so
// that their sequence needs no lock. When the caller stops early, what is still being
// judged is given up, and no goroutine is left behind.
func (e *Engine) EvaluateAll(ctx context.Context, documents iter.Seq2[*facts.Facts, error], options ...EvaluateOption) iter.Seq2[*report.Report, error] {
	return func(yield func(*report.Report, error) bool) {
		chosen, err := e.prepared(ctx, options)
		if err == nil && documents == nil {
			err = errNoDocuments
		}
		if err != nil {
			yield(nil, err)
			return
		}
		l := newLine(ctx, chosen.workers)
		defer l.end()
		for f, err := range documents {
			l.add(func(ctx context.Context) (*report.Report, error) {
				if err != nil {
					return nil, err
				}
				return e.evaluate(ctx, f, chosen)
			})
			if !l.give(false, yield) {
				return
			}
		}
		l.give(true, yield)
	}
}

// line is the work that has begun, in the order of the documents.
type line struct {
	parent   context.Context
	ctx      context.Context
	cancel   context.CancelFunc
	busy     chan struct{} // one for each worker
	waiting  []chan judged
	finished sync.WaitGroup
}

type judged struct {
	report *report.Report
	err    error
}

func newLine(ctx context.Context, workers int) *line {
	l := &line{parent: ctx, busy: make(chan struct{}, workers)}
	l.ctx, l.cancel = context.WithCancel(ctx)
	return l
}

// add begins one more piece of work, as soon as a worker is free.
func (l *line) add(work func(context.Context) (*report.Report, error)) {
	done := make(chan judged, 1)
	l.waiting = append(l.waiting, done)
	l.finished.Go(func() {
		l.busy <- struct{}{}
		defer func() { <-l.busy }()
		var j judged
		if j.err = l.ctx.Err(); j.err == nil {
			j.err = crash.Guard(func() (err error) {
				j.report, err = work(l.ctx)
				return err
			})
		}
		done <- j
	})
}

// give hands on what is finished at the head of the line, and waits for it where the
// line is full or all has begun. It returns false once there is nobody to go on for.
func (l *line) give(all bool, yield func(*report.Report, error) bool) bool {
	for len(l.waiting) > 0 {
		var j judged
		if all || len(l.waiting) >= 2*cap(l.busy) {
			j = <-l.waiting[0]
		} else {
			select {
			case j = <-l.waiting[0]:
			default:
				return true
			}
		}
		l.waiting = l.waiting[1:]
		if err := l.parent.Err(); err != nil {
			if errors.Is(j.err, err) {
				err = j.err // it says how far it came
			}
			yield(nil, err)
			return false
		}
		if !yield(j.report, j.err) {
			return false
		}
	}
	return true
}

// end gives up what is still being done, and waits until all of it has ended.
func (l *line) end() {
	l.cancel()
	l.finished.Wait()
}
