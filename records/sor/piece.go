package sor

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"sync/atomic"

	"github.com/dsaeval/dsaeval/internal/crash"
)

// Piece is a stretch of a dump that can be counted by itself, on any machine: an
// inner archive, which the outer one stores as it is.
type Piece struct {
	// Dump is the path of the dump, for messages and the list of rejected rows.
	Dump string `json:"dump"`
	// Entry is the name of the inner archive or, where CSV files lie in the dump
	// itself, of one of them; empty for all that the dump holds.
	Entry string `json:"entry,omitempty"`
	// Offset and Length say where in the dump the archive lies that holds the rows,
	// in bytes.
	Offset int64 `json:"offset"`
	Length int64 `json:"length"`
	// Number counts the pieces of a dump from 0, in the order in which [Import] reads
	// them.
	Number int `json:"number"`
}

// Pieces lists the pieces of a dump of a size in bytes. Only lists of entries are
// read; nothing is unpacked. That no part is missing is checked. A bare CSV file
// is one piece.
func Pieces(dump string, r io.ReaderAt, size int64) ([]Piece, error) {
	from := &source{r: r}
	whole := Piece{Dump: dump, Length: size}
	zipped, err := beginsZIP(dump, from, size)
	if err != nil || !zipped {
		return []Piece{whole}, from.failure(dump, err)
	}
	var pieces []Piece
	err = zipEntries(dump, from, size, func(e entry) error {
		e.piece.Number = len(pieces)
		pieces = append(pieces, e.piece)
		return nil
	})
	if err = from.failure(dump, err); err != nil {
		return nil, err
	}
	return pieces, nil
}

// CountPiece counts one piece of a dump, read from r, which holds the dump from its
// beginning. The aggregate names no file, because a file is counted when all its
// pieces are; [File.Add] and [Aggregate.AddFile] say so in the end. On an error
// nothing is counted; [Damages] tells whether it is the dump that is to blame.
//
// Options are those of [Import], apart from what concerns several files. Rejects
// has no line with the names of the columns.
func CountPiece(ctx context.Context, p Piece, r io.ReaderAt, options Options) (*Aggregate, File, error) {
	from := &source{r: r}
	options.RejectsBegun, options.Start, options.Resumed = true, nil, false
	im, err := newImporter(options)
	if err != nil {
		return nil, File{}, &wrongOptions{err}
	}
	f := newFile(path.Base(p.Dump))
	parts, err := p.parts(&meteredAt{from, &im.progress.Bytes})
	if err == nil {
		err = im.count(ctx, &f, parts)
	}
	if err = from.failure(p.Dump, err); err != nil {
		return nil, File{}, err
	}
	f.firstReject = ""
	return im.total, f, nil
}

// parts lists the CSV files of a piece.
func (p Piece) parts(r io.ReaderAt) ([]part, error) {
	section := io.NewSectionReader(r, p.Offset, p.Length)
	if p.Entry == "" {
		zipped, err := beginsZIP(p.Dump, section, p.Length)
		if err != nil {
			return nil, err
		}
		if zipped {
			return zipParts(p.Dump, section, p.Length)
		}
		return []part{{name: p.Dump, open: func() (io.ReadCloser, error) { return io.NopCloser(section), nil }}}, nil
	}
	inside := p.Dump + "/" + p.Entry
	if strings.EqualFold(path.Ext(p.Entry), ".zip") {
		return innerParts(inside, section)
	}
	files, err := zipFiles(p.Dump, section, p.Length)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if f.Name == p.Entry {
			return []part{csvPart(inside, f)}, nil
		}
	}
	return nil, damaged(inside, ErrTruncated)
}

// beginsZIP tells an archive from a CSV file by its first bytes.
func beginsZIP(name string, r io.ReaderAt, size int64) (bool, error) {
	var magic [4]byte
	n, err := r.ReadAt(magic[:min(4, size)], 0)
	switch {
	case n == 4 && isZip(magic[:]):
		return true, nil
	case err != nil && err != io.EOF:
		return false, err
	case strings.EqualFold(extension(name), ".zip"):
		return false, damaged(name, ErrTruncated)
	}
	return false, nil
}

// ErrSource: what a dump is read from failed. That says nothing about the dump, and
// the next attempt may do better.
var ErrSource = errors.New("could not be read")

// Damages reports whether an error of [Pieces] or [CountPiece] says that the dump is
// damaged, so that no other attempt will do better. What the reader below failed
// with, an interruption, limits that are reached and defects of the program say
// nothing about a dump.
func Damages(err error) bool {
	for _, other := range []error{ErrSource, ErrTooMany, context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, other) {
			return false
		}
	}
	return err != nil && !errors.As(err, new(*wrongOptions)) && !errors.As(err, new(*crash.Error))
}

// wrongOptions is what is wrong with options, which is not the fault of a dump.
type wrongOptions struct{ error }

// source notes with what its reader fails. The kind of an error does not tell damage
// from a failing network: both end a compressed stream unexpectedly.
type source struct {
	r   io.ReaderAt
	err atomic.Pointer[error]
}

func (s *source) ReadAt(p []byte, offset int64) (int, error) {
	n, err := s.r.ReadAt(p, offset)
	if err != nil && err != io.EOF {
		s.err.CompareAndSwap(nil, &err)
	}
	return n, err
}

// failure is the error of what was done with the source, which only follows from that
// of the source where there is one.
func (s *source) failure(name string, err error) error {
	if own := s.err.Load(); own != nil && err != nil {
		return fmt.Errorf("%s: %w: %w", name, ErrSource, *own)
	}
	return err
}
