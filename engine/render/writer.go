package render

import (
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/engine/report"
)

// Writer writes reports one after the other as one document. Text, JSON, JUnit, TAP,
// GitHub and CSV go out as the reports come, and Markdown keeps no more than it can
// hold, so that there may be any number; the other formats are whole papers and are
// written by Close. A Writer is for one goroutine.
type Writer struct {
	format   Format
	stream   stream
	reports  int
	unusable int
}

// stream is how a format is written piece by piece. Nothing is called after close.
type stream interface {
	add(r *report.Report) error
	// refuse tells of facts that could not be judged; formats that have no words for
	// that are silent.
	refuse(list []report.Unusable) error
	close() error
}

// NewWriter returns a writer of a format. The error is an *UnknownFormat, or that there
// is nothing to write to.
func NewWriter(w io.Writer, format Format, options ...Option) (*Writer, error) {
	if w == nil {
		return nil, errNoWriter
	}
	o := chosen(options)
	for _, each := range formats {
		if each.format == format {
			return &Writer{format: format, stream: each.stream(w, o)}, nil
		}
	}
	return nil, &UnknownFormat{Name: string(format), Known: Formats()}
}

// Add writes a report, which is not changed. The error is a *report.TooLittleDetail, one
// that says that the report is nil, or that of the writer below.
func (w *Writer) Add(r *report.Report) error {
	if w == nil || w.stream == nil {
		return errNoWriter
	}
	w.reports++
	if r == nil {
		return fmt.Errorf("report %d is nil", w.reports)
	}
	if err := enough(w.format, r); err != nil {
		return err
	}
	return w.stream.add(r)
}

// Refuse tells of a document that could not be judged, in formats that have a place for
// that: it is a result in SARIF, an error in JUnit, an annotation of GitHub, a point of TAP
// that is not ok, and a line in text, Markdown and on pages. In JSON, CSV and OSCAL
// it is not said.
func (w *Writer) Refuse(list ...report.Unusable) error {
	switch {
	case w == nil || w.stream == nil:
		return errNoWriter
	case len(list) == 0:
		return nil
	}
	w.unusable += len(list)
	return w.stream.refuse(list)
}

// Close ends the document; it does not close the writer below. Of a document about
// nothing the error is ErrNoReport.
func (w *Writer) Close() error {
	if w == nil || w.stream == nil {
		return errNoWriter
	}
	if w.reports == 0 && !(w.unusable > 0 && w.format.tellsUnusable()) {
		return ErrNoReport
	}
	return w.stream.close()
}

// whole is a paper that is written once all is known.
type whole struct {
	w       io.Writer
	write   func(w io.Writer, reports []*report.Report, refused ...report.Unusable) error
	reports []*report.Report
	refused []report.Unusable
}

func (p *whole) add(r *report.Report) error {
	p.reports = append(p.reports, r)
	return nil
}

func (p *whole) refuse(list []report.Unusable) error {
	p.refused = append(p.refused, list...)
	return nil
}

func (p *whole) close() error { return p.write(p.w, p.reports, p.refused...) }
