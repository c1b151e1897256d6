package files

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"cloud.google.com/go/storage"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/util/gcsx"
)

// Version is a file as it was when it was listed.
type Version struct {
	Name string
	Size int64
	// Generation is that of the object in gs://, so that all workers read the same
	// one even if it is replaced meanwhile; 0 elsewhere.
	Generation int64
}

// Stat returns the version of a file that is there now.
func Stat(ctx context.Context, name string) (Version, error) {
	if !strings.HasPrefix(name, "gs://") {
		size, err := Size(ctx, name)
		return Version{Name: name, Size: size}, err
	}
	client, err := cloud()
	if err != nil {
		return Version{}, err
	}
	handle, err := objectOf(client, name)
	if err != nil {
		return Version{}, err
	}
	attributes, err := handle.Attrs(ctx)
	if err != nil {
		return Version{}, fmt.Errorf("%s: %w", name, err)
	}
	return Version{Name: name, Size: attributes.Size, Generation: attributes.Generation}, nil
}

// RandomAccess reports whether parts of a file can be read without the rest.
func RandomAccess(name string) bool { return Local(name) || strings.HasPrefix(name, "gs://") }

// ReaderAt is a file with random access.
type ReaderAt interface {
	io.ReaderAt
	io.Closer
}

// OpenAt opens a file for random access. Of an object in gs:// stretches of as many
// bytes as block says are fetched; one in another store is copied to a temporary
// file first, whole.
func OpenAt(ctx context.Context, v Version, block int64) (ReaderAt, error) {
	switch {
	case Local(v.Name):
		return os.Open(v.Name)
	case !RandomAccess(v.Name):
		return spool(ctx, v.Name)
	}
	client, err := cloud()
	if err != nil {
		return nil, err
	}
	handle, err := objectOf(client, v.Name)
	if err != nil {
		return nil, err
	}
	return &object{ctx: ctx, handle: handle.Generation(v.Generation), size: v.Size, block: block}, nil
}

// cloud is the one client of a process.
var cloud = sync.OnceValues(func() (*storage.Client, error) {
	ctx := context.Background()
	client, err := gcsx.NewClient(ctx, storage.ScopeReadOnly)
	if err != nil { // public buckets need no credentials
		return gcsx.NewUnauthenticatedClient(ctx)
	}
	return client, nil
})

func objectOf(client *storage.Client, name string) (*storage.ObjectHandle, error) {
	bucket, object, err := gcsx.ParseObject(name)
	if err != nil {
		return nil, err
	}
	return client.Bucket(bucket).Object(object), nil
}

// spool copies a file to one of this machine that nobody else sees.
func spool(ctx context.Context, name string) (ReaderAt, error) {
	from, err := Open(ctx, name)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	to, err := os.CreateTemp("", "evaluate-beam-*")
	if err != nil {
		return nil, err
	}
	copied := &temporary{to}
	if _, err := io.Copy(to, from); err != nil {
		copied.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return copied, nil
}

type temporary struct{ *os.File }

func (t *temporary) Close() error {
	err := t.File.Close()
	os.Remove(t.Name())
	return err
}

// OpenFrom opens the same version of a file to be read from its beginning.
func OpenFrom(ctx context.Context, v Version) (io.ReadCloser, error) {
	if v.Generation == 0 {
		return Open(ctx, v.Name)
	}
	client, err := cloud()
	if err != nil {
		return nil, err
	}
	handle, err := objectOf(client, v.Name)
	if err != nil {
		return nil, err
	}
	return handle.Generation(v.Generation).NewReader(ctx)
}
