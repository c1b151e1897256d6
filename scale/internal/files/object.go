package files

import (
	"context"
	"fmt"
	"io"
	"sync"

	"cloud.google.com/go/storage"
)

// object reads an object of gs:// in stretches, of which it keeps the last: archives
// are read from the front to the back, in pieces of some kilobytes.
type object struct {
	ctx    context.Context // of the bundle: io.ReaderAt has none
	handle *storage.ObjectHandle
	size   int64
	block  int64

	mu   sync.Mutex
	from int64
	kept []byte
}

func (o *object) ReadAt(p []byte, offset int64) (n int, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for n < len(p) {
		at := offset + int64(n)
		if at >= o.size {
			return n, io.EOF
		}
		if at < o.from || at >= o.from+int64(len(o.kept)) {
			if err := o.fetch(at); err != nil {
				return n, err
			}
		}
		n += copy(p[n:], o.kept[at-o.from:])
	}
	return n, nil
}

// fetch reads a stretch. What is shorter than it should be failed: the end of a
// file is known by its size.
func (o *object) fetch(at int64) error {
	length := min(o.block, o.size-at)
	r, err := o.handle.NewRangeReader(o.ctx, at, length)
	if err != nil {
		return fmt.Errorf("bytes from %d: %w", at, err)
	}
	defer r.Close()
	if int64(cap(o.kept)) < length {
		o.kept = make([]byte, length)
	}
	o.kept = o.kept[:length]
	if _, err := io.ReadFull(r, o.kept); err != nil {
		o.kept = o.kept[:0]
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		return fmt.Errorf("bytes from %d: %w", at, err)
	}
	o.from = at
	return nil
}

func (o *object) Close() error { return nil }
