package store_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/serve/internal/store"
)

const begun = "service:\n  name: Shop # the short one\n"

func folder(t *testing.T) (*store.Folder, string) {
	t.Helper()
	dir := t.TempDir()
	f, err := store.Open(dir, "")
	require.NoError(t, err)
	t.Cleanup(func() { _ = f.Close() })
	return f, dir
}

func to(text string) func(store.Version) ([]byte, error) {
	return func(store.Version) ([]byte, error) { return []byte(text), nil }
}

func TestCreateChangeUndo(t *testing.T) {
	t.Parallel()
	f, dir := folder(t)
	v, err := f.Create("facts.yaml", []byte(begun))
	require.NoError(t, err)
	require.False(t, f.Undoable(v))
	_, err = f.Create("facts.yaml", nil)
	require.ErrorIs(t, err, store.ErrExists)

	require.NoError(t, os.Chmod(filepath.Join(dir, "facts.yaml"), 0o600))
	before, after, err := f.Change("facts.yaml", to("a: 1\n"))
	require.NoError(t, err)
	require.Equal(t, v, before)
	require.Equal(t, "a: 1\n", string(after.Content))
	info, err := os.Stat(filepath.Join(dir, "facts.yaml"))
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "the mode stays")
	known, found := f.At("facts.yaml", before.Digest)
	require.True(t, found)
	require.Equal(t, before, known)

	_, _, err = f.Undo("facts.yaml", before.Digest)
	require.ErrorIs(t, err, store.ErrChanged, "another version was seen")
	_, after, err = f.Undo("facts.yaml", after.Digest)
	require.NoError(t, err)
	require.Equal(t, begun, string(after.Content))
	_, _, err = f.Undo("facts.yaml", after.Digest)
	require.ErrorIs(t, err, store.ErrFirst)
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, left, 1, "nothing is left behind")
}

// TestForeignHand: what another program writes is noticed in time and stays.
func TestForeignHand(t *testing.T) {
	t.Parallel()
	f, dir := folder(t)
	file := filepath.Join(dir, "facts.yaml")
	_, err := f.Create("facts.yaml", []byte(begun))
	require.NoError(t, err)
	_, _, err = f.Change("facts.yaml", func(store.Version) ([]byte, error) {
		return []byte("mine\n"), os.WriteFile(file, []byte("theirs\n"), 0o644)
	})
	require.ErrorIs(t, err, store.ErrChanged)
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	require.Equal(t, "theirs\n", string(content))

	_, mine, err := f.Change("facts.yaml", to("mine\n"))
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, []byte("theirs again\n"), 0o644))
	theirs, err := f.Read("facts.yaml")
	require.NoError(t, err)
	for _, seen := range []string{mine.Digest, theirs.Digest} {
		_, _, err = f.Undo("facts.yaml", seen)
		require.ErrorIs(t, err, store.ErrChanged)
	}
	require.NoError(t, os.Remove(file))
	_, _, err = f.Change("facts.yaml", to("mine\n"))
	require.ErrorIs(t, err, store.ErrNoFile)
}

// TestNames: nothing outside the folder is read or written, whatever leads there.
func TestNames(t *testing.T) {
	t.Parallel()
	f, dir := folder(t)
	outside := filepath.Join(t.TempDir(), "facts.yaml")
	require.NoError(t, os.WriteFile(outside, []byte("secret\n"), 0o644))
	require.NoError(t, os.Symlink(outside, filepath.Join(dir, "link.facts.yaml")))
	require.NoError(t, os.Symlink(filepath.Dir(outside), filepath.Join(dir, "linked")))
	require.NoError(t, syscall.Mkfifo(filepath.Join(dir, "pipe.facts.yaml"), 0o644))
	require.NoError(t, os.Mkdir(filepath.Join(dir, ".hidden"), 0o755))
	for _, name := range []string{"b", "facts.yaml", "sub/x.facts.json", ".hidden/facts.yaml", "lines.facts.ndjson", "notes.yaml"} {
		require.NoError(t, os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("a: 1\n"), 0o644))
	}
	names, err := f.List()
	require.NoError(t, err)
	require.Equal(t, []string{"facts.yaml", "sub/x.facts.json"}, names)
	for _, name := range []string{
		"", ".", "..", "../facts.yaml", outside, "linked/facts.yaml", "link.facts.yaml", "pipe.facts.yaml", "notes.yaml", "b", "lines.facts.ndjson",
		".hidden/facts.yaml", "sub/../facts.yaml", "sub\\x.facts.yaml", "facts.yaml\x00", "no.facts.yaml",
	} {
		_, err := f.Read(name)
		assert.ErrorIs(t, err, store.ErrNoFile, "%q", name)
		_, _, err = f.Change(name, to("gone"))
		assert.ErrorIs(t, err, store.ErrNoFile, "%q", name)
		_, _, err = f.Undo(name, "")
		assert.ErrorIs(t, err, store.ErrNoFile, "%q", name)
		if name != "no.facts.yaml" {
			_, err = f.Create(name, []byte("x"))
			assert.Error(t, err, "%q", name)
		}
	}
	content, err := os.ReadFile(outside)
	require.NoError(t, err)
	require.Equal(t, "secret\n", string(content))
}

func TestOnly(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, name := range []string{"facts.yaml", "shop.yaml"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("a: 1\n"), 0o644))
	}
	f, err := store.Open(dir, "shop.yaml")
	require.NoError(t, err)
	names, err := f.List()
	require.NoError(t, err)
	require.Equal(t, []string{"shop.yaml"}, names)
	_, err = f.Read("facts.yaml")
	require.ErrorIs(t, err, store.ErrNoFile)
	_, err = f.Create("other.facts.yaml", nil)
	require.ErrorIs(t, err, store.ErrName)
	require.NoError(t, f.Close())
}

func TestTooLarge(t *testing.T) {
	t.Parallel()
	f, dir := folder(t)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.yaml"), make([]byte, 16<<20+1), 0o644))
	_, err := f.Read("facts.yaml")
	require.ErrorIs(t, err, store.ErrTooLarge)
}

// TestManyAtOnce: saves at the same time follow each other, and none is lost. The race
// detector has its say here.
func TestManyAtOnce(t *testing.T) {
	t.Parallel()
	f, _ := folder(t)
	_, err := f.Create("facts.yaml", nil)
	require.NoError(t, err)
	drafts := store.NewDrafts(f)
	var wait sync.WaitGroup
	const writers, lines = 8, 10
	for w := range writers {
		wait.Go(func() {
			for i := range lines {
				before, after, err := f.Change("facts.yaml", func(now store.Version) ([]byte, error) {
					return fmt.Appendf(nil, "%s%d-%d\n", now.Content, w, i), nil
				})
				assert.NoError(t, err)
				f.At("facts.yaml", before.Digest)
				f.Undoable(after)
				_, _ = f.List()
				_, _ = drafts.Begin("facts.yaml")
				_, tried, _ := drafts.Change("facts.yaml", to(fmt.Sprint(w, i)))
				_, _, _ = drafts.Undo("facts.yaml", tried.Digest)
			}
		})
	}
	wait.Wait()
	v, err := f.Read("facts.yaml")
	require.NoError(t, err)
	require.Equal(t, writers*lines, strings.Count(string(v.Content), "\n"))
}

func TestDrafts(t *testing.T) {
	t.Parallel()
	f, dir := folder(t)
	_, err := f.Create("facts.yaml", []byte(begun))
	require.NoError(t, err)
	d := store.NewDrafts(f)
	_, err = d.Read("facts.yaml")
	require.ErrorIs(t, err, store.ErrNoDraft)
	_, err = d.Begin("other.facts.yaml")
	require.ErrorIs(t, err, store.ErrNoFile)
	base, err := d.Begin("facts.yaml")
	require.NoError(t, err)
	_, after, err := d.Change("facts.yaml", to("tried\n"))
	require.NoError(t, err)
	require.True(t, d.Undoable(after))
	_, _, err = d.Undo("facts.yaml", base.Digest)
	require.ErrorIs(t, err, store.ErrChanged, "another version was seen")
	onDisk, err := f.Read("facts.yaml")
	require.NoError(t, err)
	require.Equal(t, base, onDisk, "nothing is written before it is kept")

	// Somebody changes the file: the copy does not take its place.
	file := filepath.Join(dir, "facts.yaml")
	require.NoError(t, os.WriteFile(file, []byte("theirs\n"), 0o644))
	_, _, err = d.Keep("facts.yaml")
	require.ErrorIs(t, err, store.ErrChanged)
	require.True(t, d.Has("facts.yaml"))
	require.NoError(t, os.WriteFile(file, []byte(begun), 0o644))
	_, kept, err := d.Keep("facts.yaml")
	require.NoError(t, err)
	require.Equal(t, "tried\n", string(kept.Content))
	require.False(t, d.Has("facts.yaml"))
	_, _, err = f.Undo("facts.yaml", kept.Digest)
	require.NoError(t, err, "keeping is a save like any other")
}
