package sor

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/dsaeval/dsaeval/internal/crash"
)

// file counts one file.
func (im *importer) file(ctx context.Context, in input) error {
	if in.path == "-" {
		return im.standardInput(ctx, in)
	}
	digest, err := checksum(ctx, in)
	if err != nil {
		return err
	}
	file, err := in.openFile(in.path)
	if err != nil {
		return err
	}
	defer file.Close()
	f := newFile(in.base())
	f.SHA1 = digest
	return im.opened(ctx, in.path, f, file)
}

func (im *importer) opened(ctx context.Context, name string, f File, file *os.File) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	f.Size = info.Size()
	im.day, im.dated = ParseDay(f.Day)
	var magic [4]byte
	if n, _ := file.ReadAt(magic[:], 0); n < 4 || !isZip(magic[:]) {
		if strings.EqualFold(extension(f.Name), ".zip") {
			return damaged(name, ErrTruncated)
		}
		return im.csv(ctx, name, f, &metered{r: file, bytes: &im.progress.Bytes})
	}
	parts, err := zipParts(name, &meteredAt{file, &im.progress.Bytes}, f.Size)
	if err != nil {
		return err
	}
	return im.all(ctx, name, f, parts)
}

func isZip(magic []byte) bool { return bytes.HasPrefix(magic, []byte("PK")) }

func extension(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return name[i:]
	}
	return ""
}

// standardInput reads CSV as it comes. The list of a ZIP file stands at its
// end, and trusting anything before it is how archives deceive their readers:
// so an archive is first copied, packed as it is, to a temporary file.
func (im *importer) standardInput(ctx context.Context, in input) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stdin := newPump(ctx, in.stdin)
	var magic [4]byte
	n, err := io.ReadFull(stdin, magic[:])
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case err != nil && !errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("standard input: %w", ErrNothing)
	}
	all := io.MultiReader(bytes.NewReader(magic[:n]), stdin)
	im.dated = false
	if !isZip(magic[:n]) {
		return im.csv(ctx, "standard input", File{Name: "-"}, &metered{r: all, bytes: &im.progress.Bytes})
	}
	temporary, err := os.CreateTemp("", "sor-*.zip")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name())
	defer temporary.Close()
	if _, err := io.Copy(temporary, all); err != nil {
		return err
	}
	return im.opened(ctx, "standard input", File{Name: "-"}, temporary)
}

// csv counts a bare CSV file.
func (im *importer) csv(ctx context.Context, name string, f File, r io.Reader) error {
	p := part{name: name, open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }}
	if err := im.worker().part(ctx, p, &f, im.rejects.part(im.parts, name)); err != nil {
		im.rejects.stop(err)
		return err
	}
	im.parts++
	return im.finish(name, f)
}

// finish notes a file that was counted.
func (im *importer) finish(name string, f File) error {
	if err := f.countable(name); err != nil {
		return err
	}
	f.firstReject, f.onDay, f.offDay = "", 0, 0
	return im.total.addFile(f)
}

// all counts the parts of an archive.
func (im *importer) all(ctx context.Context, name string, f File, parts []part) error {
	if err := im.count(ctx, &f, parts); err != nil {
		return err
	}
	im.parts += len(parts)
	return im.finish(name, f)
}

// count counts parts of a file, several at a time. They are merged in any order:
// the sum is the same.
func (im *importer) count(ctx context.Context, f *File, parts []part) error {
	group, ctx := errgroup.WithContext(ctx)
	next := make(chan int)
	var mu sync.Mutex
	for range min(im.options.Jobs, len(parts)) {
		group.Go(func() error {
			w := im.worker()
			for i := range next {
				var counted File
				err := crash.Guard(func() error {
					return w.part(ctx, parts[i], &counted, im.rejects.part(im.parts+i, parts[i].name))
				})
				if err != nil {
					im.rejects.stop(err)
					return err
				}
				mu.Lock()
				f.Add(counted)
				mu.Unlock()
			}
			return nil
		})
	}
	group.Go(func() error {
		defer close(next)
		for i := range parts {
			select {
			case next <- i:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	return group.Wait()
}
