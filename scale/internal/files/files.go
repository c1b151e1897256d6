// Package files reads and writes files wherever Beam's file systems reach, by names
// such as day.zip, gs://bucket/day.zip and s3://bucket/day.zip. What those file
// systems lack, random access, is here as well.
package files

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/gcs"   // gs://
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local" // no scheme
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"    // s3://
)

// Local reports whether a name is that of a file of this machine.
func Local(name string) bool { return !strings.Contains(name, "://") }

// Join puts a name below a folder. path.Join would make gs:/ of gs://.
func Join(folder, name string) string { return strings.TrimRight(folder, "/") + "/" + name }

// Expand returns the names that a pattern matches, in order; for a folder, which ends
// in / or is one of this machine, those of the files in it.
func Expand(ctx context.Context, pattern string) ([]string, error) {
	if Local(pattern) && !strings.ContainsAny(pattern, "*?[") {
		if _, err := os.Stat(pattern); err != nil {
			return nil, err
		}
	}
	if IsFolder(pattern) {
		pattern = Join(pattern, "*")
	}
	return Match(ctx, pattern)
}

// Match returns the names that a pattern matches, in order; none is no error.
func Match(ctx context.Context, pattern string) ([]string, error) {
	fs, err := open(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	names, err := fs.List(ctx, pattern)
	slices.Sort(names)
	return slices.Compact(names), err
}

// IsFolder reports whether a name is that of a folder.
func IsFolder(name string) bool {
	if strings.HasSuffix(name, "/") {
		return true
	}
	info, err := os.Stat(name)
	return Local(name) && err == nil && info.IsDir()
}

// open returns the file system of a name. Beam's own panic where there are no
// credentials.
func open(ctx context.Context, name string) (fs filesystem.Interface, err error) {
	defer func() {
		if failed := recover(); failed != nil {
			err = fmt.Errorf("%s: %v", name, failed)
		}
	}()
	return filesystem.New(ctx, name)
}

// Size returns how many bytes a file has.
func Size(ctx context.Context, name string) (int64, error) {
	if Local(name) { // Beam's leaves the file open
		info, err := os.Stat(name)
		if err == nil && !info.Mode().IsRegular() {
			err = fmt.Errorf("%s: not a regular file", name)
		}
		if err != nil {
			return 0, err
		}
		return info.Size(), nil
	}
	fs, err := open(ctx, name)
	if err != nil {
		return 0, err
	}
	defer fs.Close()
	return fs.Size(ctx, name)
}

// Open opens a file to be read from its beginning.
func Open(ctx context.Context, name string) (io.ReadCloser, error) {
	fs, err := open(ctx, name)
	if err != nil {
		return nil, err
	}
	r, err := fs.OpenRead(ctx, name)
	if err != nil {
		fs.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &opened{r, fs}, nil
}

type opened struct {
	io.ReadCloser
	fs filesystem.Interface
}

func (o *opened) Close() error { return errors.Join(o.ReadCloser.Close(), o.fs.Close()) }

// Write writes a file, over what was there. Object stores show it when it is whole;
// on this machine it gets its name then.
func Write(ctx context.Context, name string, content func(io.Writer) error) (err error) {
	fs, err := open(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	ctx, cancel := context.WithCancel(ctx) // which is how an upload is broken off
	defer cancel()
	at := name
	if Local(name) {
		at += ".part"
	}
	w, err := fs.OpenWrite(ctx, at)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(w, 1<<16)
	if err := errors.Join(content(buffered), buffered.Flush()); err != nil {
		cancel()
		_ = w.Close() // what fails now is what was broken off
		if at != name {
			os.Remove(at)
		}
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if at != name {
		return os.Rename(at, name)
	}
	return nil
}

// Remove removes files.
func Remove(ctx context.Context, names ...string) error {
	for _, name := range names {
		fs, err := open(ctx, name)
		if err != nil {
			return err
		}
		remover, ok := fs.(filesystem.Remover)
		if !ok {
			return errors.Join(fmt.Errorf("%s: this file system removes nothing", name), fs.Close())
		}
		if err := errors.Join(remover.Remove(ctx, name), fs.Close()); err != nil {
			return err
		}
	}
	return nil
}
