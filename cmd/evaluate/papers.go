package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"slices"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/engine/report"
)

// papers are all that a run writes. Files appear when all of them are complete, or not
// at all.
type papers struct {
	list []paper
	// ranked puts into a report what to ask next; nil where no paper asks.
	ranked func(*report.Report) (*report.Report, error)
}

// reportWriter writes reports one after the other, as a [render.Writer] does.
type reportWriter interface {
	Add(r *report.Report) error
	Refuse(list ...report.Unusable) error
	Close() error
}

type paper struct {
	reportWriter
	to     sink
	stdout bool
	// closed papers have nothing to take back.
	closed bool
}

// sink is where a paper goes.
type sink interface {
	io.Writer
	commit() error
	// abandon takes back what can be taken back.
	abandon()
}

// newPapers begins all outputs; at once says that standard output is not held back. The
// schema is that of the facts that the reports ask for.
func newPapers(outputs []output[render.Format], schema func() (*facts.Schema, error), stdout io.Writer, colour string, atOnce bool, optionsOf func(render.Format) []render.Option) (*papers, error) {
	p := &papers{}
	for _, o := range outputs {
		if o.format.Asks() && p.ranked == nil {
			p.ranked = rankedBy(schema)
		}
		options := append(slices.Clip(optionsOf(o.format)), render.WithHints(hintsOfPapers))
		one := paper{stdout: o.file == ""}
		if one.stdout {
			options = slices.Concat(options, terminalOf(stdout, colour))
			one.to = newHeld(stdout, atOnce)
		} else {
			to, err := newSink(o.file)
			if err != nil {
				p.abandon()
				return nil, err
			}
			one.to = to
		}
		p.list = append(p.list, one)
		if o.format == intoto {
			p.list[len(p.list)-1].reportWriter = &attestation{w: one.to}
			continue
		}
		writer, err := render.NewWriter(one.to, o.format, options...)
		if err != nil {
			p.abandon()
			return nil, err
		}
		p.list[len(p.list)-1].reportWriter = writer
	}
	return p, nil
}

func (p *papers) add(r *report.Report) error {
	if p.ranked != nil {
		var err error
		if r, err = p.ranked(r); err != nil {
			return err
		}
	}
	for _, one := range p.list {
		if err := one.Add(r); err != nil {
			return err
		}
	}
	return nil
}

func (p *papers) refuse(list []report.Unusable) error {
	for _, one := range p.list {
		if err := one.Refuse(list...); err != nil {
			return err
		}
	}
	return nil
}

// commit ends all papers and puts the files into their places. A paper about nothing is
// an error, unless all documents were refused: that has been told.
func (p *papers) commit(refused bool) error {
	empty := make([]bool, len(p.list))
	for i, one := range p.list {
		err := one.Close()
		empty[i] = errors.Is(err, render.ErrNoReport) && refused
		if err != nil && !empty[i] {
			return err
		}
	}
	for i := range p.list {
		if empty[i] {
			continue
		}
		if err := p.list[i].to.commit(); err != nil {
			return err
		}
		p.list[i].closed = true
	}
	return nil
}

// shown reports whether something was written where the user looks.
func (p *papers) shown() bool {
	return slices.ContainsFunc(p.list, func(one paper) bool { return one.stdout })
}

func (p *papers) abandon() {
	for _, one := range p.list {
		if !one.closed {
			one.to.abandon()
		}
	}
}

// newSink begins a file. What is no ordinary file, such as a device or a pipe, is
// written to and never replaced.
func newSink(name string) (sink, error) {
	name = behindLinks(name)
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		file, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return nil, err
		}
		return &held{w: file, closer: file}, nil
	}
	temporary, err := createBeside(name)
	if err != nil {
		return nil, err
	}
	return &staged{name: name, file: temporary, Writer: bufio.NewWriterSize(temporary, 64<<10)}, nil
}

// staged is a file that takes its place when it is complete.
type staged struct {
	*bufio.Writer
	name string
	file *os.File
}

func (s *staged) commit() error {
	defer os.Remove(s.file.Name())
	err := s.Flush()
	if closeErr := s.file.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Rename(s.file.Name(), s.name)
}

func (s *staged) abandon() {
	// Nobody reads it: that it cannot be closed or removed changes nothing.
	_ = s.file.Close()
	_ = os.Remove(s.file.Name())
}

// held keeps back the beginning of what is written, so that a run of usual size that
// fails has printed nothing. What is longer goes out as it comes.
type held struct {
	w      io.Writer
	closer io.Closer // nil where it is not ours to close
	kept   []byte
	atOnce bool
}

// maxHeld is how many bytes are kept back.
const maxHeld = 1 << 20

func newHeld(w io.Writer, atOnce bool) *held { return &held{w: w, atOnce: atOnce} }

func (h *held) Write(p []byte) (int, error) {
	if h.atOnce {
		return h.w.Write(p)
	}
	h.kept = append(h.kept, p...)
	if len(h.kept) > maxHeld {
		return len(p), h.release()
	}
	return len(p), nil
}

func (h *held) release() error {
	_, err := h.w.Write(h.kept)
	h.kept, h.atOnce = nil, true
	return err
}

func (h *held) commit() error {
	err := h.release()
	if h.closer != nil {
		if closeErr := h.closer.Close(); err == nil {
			err = closeErr
		}
	}
	return err
}

func (h *held) abandon() {
	if h.closer != nil {
		_ = h.closer.Close() // the run has failed already
	}
}
