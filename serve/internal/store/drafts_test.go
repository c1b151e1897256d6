package store

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestKept: what was changed in a copy while it took the place of its file is not lost
// with the copy.
func TestKept(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.yaml"), []byte("a: 1\n"), 0o644))
	f, err := Open(dir, "")
	require.NoError(t, err)
	t.Cleanup(func() { _ = f.Close() })
	d := NewDrafts(f)
	change := func(text string) Version {
		t.Helper()
		_, after, err := d.Change("facts.yaml", func(Version) ([]byte, error) { return []byte(text), nil })
		require.NoError(t, err)
		return after
	}
	_, err = d.Begin("facts.yaml")
	require.NoError(t, err)
	written := change("a: 2\n")
	later := change("a: 3\n")
	d.kept(d.open["facts.yaml"], written)
	now, err := d.Read("facts.yaml")
	require.NoError(t, err)
	require.Equal(t, later, now)
	base, err := d.Base("facts.yaml")
	require.NoError(t, err)
	require.Equal(t, written, base)
	d.kept(d.open["facts.yaml"], later)
	require.False(t, d.Has("facts.yaml"))

	d.kept(&draft{now: later}, later) // of a copy that was dropped nothing is left
	_, err = d.Begin("facts.yaml")
	require.NoError(t, err)
	d.kept(&draft{now: later}, later)
	require.True(t, d.Has("facts.yaml"), "another copy was begun meanwhile")
}
