package sor

import (
	"bytes"
	"encoding/csv"
	"io"
	"strconv"
	"sync"
)

// rejectLog writes rejected rows in the order of the files although several
// are read at once. A part that is ahead of its turn keeps its rows until the
// turn comes; if they are many, it waits.
type rejectLog struct {
	mu      sync.Mutex
	turns   sync.Cond
	w       io.Writer
	next    int
	waiting map[int]*bytes.Buffer // finished parts
	size    int
	err     error
}

const (
	maxPartRejects    = 1 << 20
	maxWaitingRejects = 8 << 20
)

func newRejectLog(w io.Writer, begun bool) *rejectLog {
	l := &rejectLog{w: w, waiting: map[int]*bytes.Buffer{}}
	l.turns.L = &l.mu
	if !begun {
		header := csv.NewWriter(w)
		_ = header.Write([]string{"file", "row", "offset", "reason", "text"}) // errors are kept until Flush
		header.Flush()
		l.err = header.Error()
	}
	return l
}

// partLog is the log of one part.
type partLog struct {
	log    *rejectLog
	number int
	file   string
	kept   bytes.Buffer
	csv    *csv.Writer // into kept
}

func (l *rejectLog) part(number int, file string) *partLog {
	if l == nil {
		return nil
	}
	p := &partLog{log: l, number: number, file: file}
	p.csv = csv.NewWriter(&p.kept)
	return p
}

func (l *rejectLog) write(b []byte) {
	if l.err == nil {
		_, l.err = l.w.Write(b)
	}
}

func (p *partLog) add(r Reject) {
	if p == nil {
		return
	}
	_ = p.csv.Write([]string{p.file, strconv.FormatInt(r.Row, 10), strconv.FormatInt(r.Offset, 10), r.Reason, string(r.Text)}) // a buffer never fails
	p.csv.Flush()
	if p.kept.Len() < maxPartRejects {
		return
	}
	l := p.log
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.next != p.number && l.err == nil {
		l.turns.Wait()
	}
	l.write(p.kept.Bytes())
	p.kept.Reset()
}

// done hands over what the part kept, and passes the turn on.
func (p *partLog) done() error {
	if p == nil {
		return nil
	}
	l := p.log
	l.mu.Lock()
	defer l.mu.Unlock()
	for l.next != p.number && l.size > maxWaitingRejects && l.err == nil {
		l.turns.Wait()
	}
	l.waiting[p.number] = &p.kept
	l.size += p.kept.Len()
	for kept := l.waiting[l.next]; kept != nil; kept = l.waiting[l.next] {
		l.write(kept.Bytes())
		l.size -= kept.Len()
		delete(l.waiting, l.next)
		l.next++
	}
	l.turns.Broadcast()
	return l.err
}

// stop wakes up everybody who waits for a turn that will not come.
func (l *rejectLog) stop(err error) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.err == nil {
		l.err = err
	}
	l.turns.Broadcast()
}
