package sor

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"

	"github.com/dsaeval/dsaeval/internal/document"
)

// worker reads parts one after the other, with buffers and an aggregate of its
// own.
type worker struct {
	im      *importer
	scanner *Scanner
	local   *Aggregate
	chosen  map[string]bool // by platform name
	unknown []unknownValue  // of the row being read
}

func (im *importer) worker() *worker {
	return &worker{im: im, scanner: newScanner(), chosen: map[string]bool{}}
}

// A worker hands over what it counted before it is large, so that the memory
// of a run is that of one aggregate.
const (
	localGroups = 1024
	localFar    = 1 << 14
	localSample = 1 << 15
)

// part counts one CSV file. The sizes and checksums in an archive say that it is
// as it was packed, not that whoever packed it had come to the end: so a file
// that ends within a row is an error there too.
func (w *worker) part(ctx context.Context, p part, f *File, rejects *partLog) error {
	r, err := p.open()
	if err != nil {
		return err
	}
	defer r.Close()
	s := w.scanner
	var rows, rejected int64
	report := func() {
		w.im.progress.Rows.Add(s.Rows() - rows)
		w.im.progress.Rejected.Add(s.Rejected() - rejected)
		rows, rejected = s.Rows(), s.Rejected()
	}
	if err := s.Reset(&watched{ctx, r, report}); err != nil {
		return named(p.name, err)
	}
	s.OnReject = func(r Reject) {
		f.firstReject = cmp.Or(f.firstReject, r.Reason)
		rejects.add(r)
	}
	s.OnUnknown = func(column, value string) { w.unknown = append(w.unknown, unknownValue{column, value}) }
	w.begin()
	for s.Scan() {
		if w.im.dated && s.Row().Created() == w.im.day {
			f.onDay++
		} else if w.im.dated {
			f.offDay++
		}
		if err := w.row(s.Row()); err != nil {
			return named(p.name, fmt.Errorf("row %d: %w", s.Rows(), err))
		}
	}
	report()
	if err := errors.Join(s.Err(), ctx.Err()); err != nil {
		return named(p.name, err)
	}
	if s.Truncated() {
		return document.Hinted(fmt.Errorf("%s: %w: row %d is cut off", p.name, ErrTruncated, s.Rows()), "download it again")
	}
	f.Rows, f.Rejected, f.Light = s.Rows(), s.Rejected(), !s.header.hasTerritory
	if err := w.hand(); err != nil {
		return err
	}
	return rejects.done()
}

// row counts a row, if it is wanted.
func (w *worker) row(row *Row) error {
	unknown := w.unknown
	w.unknown = w.unknown[:0]
	if !w.wants(row) {
		return nil
	}
	if err := w.local.Add(row); err != nil {
		return err
	}
	for _, u := range unknown {
		w.local.AddUnknown(u.column, u.value)
	}
	if l := w.local; len(l.groups) >= localGroups || l.far >= localFar || l.sample.n >= localSample {
		return w.hand()
	}
	return nil
}

// watched is what a scanner reads from. Each time it wants more it tells how far
// it is, and it ends when the context does, even where no row is accepted.
type watched struct {
	ctx    context.Context
	r      io.Reader
	report func()
}

func (w *watched) Read(p []byte) (int, error) {
	w.report()
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.r.Read(p)
}

// named puts the name before an error that does not have it yet.
func named(name string, err error) error {
	if strings.HasPrefix(err.Error(), name) || errors.Is(err, context.Canceled) {
		return err
	}
	return fmt.Errorf("%s: %w", name, err)
}

// begin makes an aggregate that leaves out of the sample what the total has no
// more use for.
func (w *worker) begin() {
	var slots []sampled
	if w.local != nil {
		slots = w.local.sample.slots // growing a new one each time would cost as much as filling it
		clear(slots)
	}
	w.local = NewAggregate(w.im.options.Grouping)
	w.local.sample.slots = slots
	w.im.mu.Lock()
	w.local.sample.level = w.im.total.sample.level
	w.im.mu.Unlock()
}

func (w *worker) hand() error {
	w.im.mu.Lock()
	err := w.im.total.Merge(w.local)
	w.im.mu.Unlock()
	w.begin()
	return err
}

func (w *worker) wants(row *Row) bool {
	created := row.Created()
	if created < w.im.from || created > w.im.to {
		return false
	}
	if w.im.platforms == nil {
		return true
	}
	chosen, known := w.chosen[row.Platform]
	if !known {
		slug := Slug(row.Platform)
		if chosen = w.im.platforms[slug]; chosen {
			w.im.mu.Lock()
			w.im.found[slug] = true
			w.im.mu.Unlock()
		}
		if len(w.chosen) < maxNames {
			w.chosen[row.Platform] = chosen
		}
	}
	return chosen
}

// metered and meteredAt count the bytes that are read, for the progress.
type metered struct {
	r     io.Reader
	bytes *atomic.Int64
}

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	m.bytes.Add(int64(n))
	return n, err
}

type meteredAt struct {
	file  io.ReaderAt
	bytes *atomic.Int64
}

func (m *meteredAt) ReadAt(p []byte, offset int64) (int, error) {
	n, err := m.file.ReadAt(p, offset)
	m.bytes.Add(int64(n))
	return n, err
}
