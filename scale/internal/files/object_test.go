package files

import (
	"bytes"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"cloud.google.com/go/storage"
	"github.com/stretchr/testify/require"
	"google.golang.org/api/option"
)

// store serves one object of a generation, as gs:// does.
type store struct {
	content    []byte
	generation string
	asked      []string
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.asked = append(s.asked, r.Header.Get("Range"))
	if r.URL.Query().Get("generation") != s.generation {
		http.Error(w, "no such generation", http.StatusNotFound)
		return
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(s.content))
}

func objectIn(t *testing.T, s *store, block int64) *object {
	t.Helper()
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	client, err := storage.NewClient(t.Context(), option.WithEndpoint(server.URL+"/storage/v1/"), option.WithHTTPClient(server.Client()))
	require.NoError(t, err)
	client.SetRetry(storage.WithPolicy(storage.RetryNever))
	handle := client.Bucket("bucket").Object("day.zip").Generation(7)
	return &object{ctx: t.Context(), handle: handle, size: int64(len(s.content)), block: block}
}

// TestObject: whatever is read of an object, in stretches of whatever size, is what is
// in it.
func TestObject(t *testing.T) {
	content := make([]byte, 10_000)
	random := rand.NewChaCha8([32]byte{1})
	_, _ = random.Read(content) // never fails
	s := &store{content: content, generation: "7"}
	o := objectIn(t, s, 1024)
	all, err := io.ReadAll(io.NewSectionReader(o, 0, int64(len(content))))
	require.NoError(t, err)
	require.Equal(t, content, all)
	require.Len(t, s.asked, 10)
	require.Equal(t, "bytes=0-1023", s.asked[0])
	require.Equal(t, "bytes=9216-9999", s.asked[9])

	part := make([]byte, 3000)
	n, err := o.ReadAt(part, 4000)
	require.NoError(t, err)
	require.Equal(t, content[4000:7000], part[:n])
	n, err = o.ReadAt(part, 9000)
	require.ErrorIs(t, err, io.EOF)
	require.Equal(t, content[9000:], part[:n])
	require.NoError(t, o.Close())
}

// TestObjectThatFails: an object that is shorter than it was is a failure of the store,
// not the end of a dump; another generation is none either.
func TestObjectThatFails(t *testing.T) {
	s := &store{content: bytes.Repeat([]byte("x"), 5000), generation: "7"}
	o := objectIn(t, s, 1024)
	o.size = 6000
	_, err := o.ReadAt(make([]byte, 10), 4200)
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	require.ErrorContains(t, err, "bytes from 4200")
	_, err = o.ReadAt(make([]byte, 10), 5500)
	require.Error(t, err)
	require.NotErrorIs(t, err, io.EOF)
	s = &store{content: s.content, generation: "8"}
	_, err = objectIn(t, s, 1024).ReadAt(make([]byte, 10), 0)
	require.ErrorIs(t, err, storage.ErrObjectNotExist)
}
