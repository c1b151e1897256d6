package files

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	"github.com/stretchr/testify/require"
)

func TestNames(t *testing.T) {
	require.Equal(t, "gs://bucket/a/b", Join("gs://bucket/a/", "b"))
	require.True(t, Local("days/day.zip"))
	require.False(t, Local("s3://bucket/day.zip"))
	require.True(t, RandomAccess("gs://bucket/day.zip"))
	require.False(t, RandomAccess("s3://bucket/day.zip"))
	require.True(t, IsFolder("gs://bucket/a/"))
	require.True(t, IsFolder(t.TempDir()))
}

func TestExpand(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"b", "a"} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(name), 0o644))
	}
	want := []string{filepath.Join(folder, "a"), filepath.Join(folder, "b")}
	for _, pattern := range []string{folder, folder + "/", folder + "/*"} {
		have, err := Expand(t.Context(), pattern)
		require.NoError(t, err)
		require.Equal(t, want, have)
	}
	_, err := Expand(t.Context(), folder+"/c")
	require.ErrorIs(t, err, os.ErrNotExist)
	have, err := Match(t.Context(), folder+"/c")
	require.NoError(t, err)
	require.Empty(t, have)
	_, err = Stat(t.Context(), folder)
	require.ErrorContains(t, err, "not a regular file")
}

// TestWrite: a file that could not be written to its end is not there.
func TestWrite(t *testing.T) {
	name := filepath.Join(t.TempDir(), "new", "file")
	failed := errors.New("failed")
	err := Write(t.Context(), name, func(w io.Writer) error {
		_, err := io.WriteString(w, "half")
		return errors.Join(err, failed)
	})
	require.ErrorIs(t, err, failed)
	left, err := os.ReadDir(filepath.Dir(name))
	require.NoError(t, err)
	require.Empty(t, left)
	require.NoError(t, Write(t.Context(), name, func(w io.Writer) error {
		_, err := io.WriteString(w, "whole")
		return err
	}))
	r, err := Open(t.Context(), name)
	require.NoError(t, err)
	content, err := io.ReadAll(r)
	require.NoError(t, err)
	require.Equal(t, "whole", string(content))
	require.NoError(t, r.Close())
	require.NoError(t, Remove(t.Context(), name))
	require.NoFileExists(t, name)
}

// TestSpool: what has no random access is copied for it, and the copy goes.
func TestSpool(t *testing.T) {
	memfs.Write("memfs://store/day.zip", []byte("0123456789"))
	v, err := Stat(t.Context(), "memfs://store/day.zip")
	require.NoError(t, err)
	require.EqualValues(t, 10, v.Size)
	r, err := OpenAt(t.Context(), v, 4)
	require.NoError(t, err)
	part := make([]byte, 3)
	_, err = r.ReadAt(part, 5)
	require.NoError(t, err)
	require.Equal(t, "567", string(part))
	copied := r.(*temporary).Name()
	require.FileExists(t, copied)
	require.NoError(t, r.Close())
	require.NoFileExists(t, copied)
}
