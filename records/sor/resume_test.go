package sor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

// imported counts files and returns what a run that goes on from there starts with.
func imported(t *testing.T, args ...string) *Aggregate {
	t.Helper()
	total, err := Import(t.Context(), args, nil, Options{})
	require.NoError(t, err)
	return total
}

// TestOnlyAResumedRunSkipsFiles: what a partial holds already is refused, not
// left out without a word.
func TestOnlyAResumedRunSkipsFiles(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	first := aDay(t, folder, sordump.Options{Day: "2025-07-01"})
	second := aDay(t, folder, sordump.Options{Day: "2025-07-02"})
	_, err := Import(t.Context(), []string{folder}, nil, Options{Start: imported(t, first)})
	require.ErrorIs(t, err, ErrOverlap)
	total, err := Import(t.Context(), []string{folder}, nil, Options{Start: imported(t, first), Resumed: true})
	require.NoError(t, err)
	require.Equal(t, encoded(t, imported(t, folder)), encoded(t, total))

	_, err = Import(t.Context(), []string{second}, nil, Options{Start: imported(t, first), Resumed: true})
	require.ErrorContains(t, err, "sor-global-2025-07-01-full.zip was counted by the run that is resumed, and is not among the files now")
}

// TestStandardInputIsNeverSkipped: it has no name that would tell what it holds.
func TestStandardInputIsNeverSkipped(t *testing.T) {
	t.Parallel()
	from := func(id string, options Options) *Aggregate {
		total, err := Import(t.Context(), []string{"-"}, strings.NewReader(smallHeader+"\n"+smallRow(id, "x", "y")), options)
		require.NoError(t, err)
		return total
	}
	require.EqualValues(t, 2, from(uuidB, Options{Start: from(uuidA, Options{})}).Statements())
}

// TestArchivesMadeAnew: one of the same size is another if its checksum is.
func TestArchivesMadeAnew(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := aDay(t, folder, sordump.Options{Day: "2025-07-01"})
	aDay(t, folder, sordump.Options{Day: "2025-07-02"})
	before := imported(t, path)
	require.NoError(t, os.WriteFile(path+".sha1", []byte(strings.Repeat("ab", 20)+"  "+filepath.Base(path)), 0o644))
	_, err := Import(t.Context(), []string{folder}, nil, Options{Start: before, Resumed: true})
	require.ErrorContains(t, err, "has changed since it was counted")
}

func TestTheSameStatementsTwice(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	row := smallHeader + "\n" + smallRow(uuidA, "x", "y")
	path := func(name string) string { return filepath.Join(folder, name) }
	for _, name := range []string{
		"sor-global-2025-07-01-full-00000-00000.csv", "sor-global-2025-07-01-full-00000.csv", "sor-global-2025-07-01-full-00001-00000.csv", "july.csv",
	} {
		require.NoError(t, os.WriteFile(path(name), []byte(row), 0o644))
	}
	require.NoError(t, os.WriteFile(path("sor-global-2025-07-01-full-00001-00000.csv"), []byte(strings.Replace(row, uuidA, uuidB, 1)), 0o644))
	for _, name := range []string{"empty.csv", "nothing.csv"} {
		require.NoError(t, os.WriteFile(path(name), []byte(smallHeader+"\n"), 0o644))
	}
	require.NoError(t, os.WriteFile(path("july (1).csv"), []byte(row), 0o644))
	if err := os.Symlink(path("july.csv"), path("link.csv")); err != nil {
		t.Skip("no links here:", err)
	}
	require.NoError(t, os.Link(path("july.csv"), path("other.csv")))
	for _, test := range []struct {
		note, one, other string
		want             error
	}{
		{"an inner archive and a file of it", "sor-global-2025-07-01-full-00000.csv", "sor-global-2025-07-01-full-00000-00000.csv", ErrOverlap},
		{"two parts", "sor-global-2025-07-01-full-00000-00000.csv", "sor-global-2025-07-01-full-00001-00000.csv", nil},
		{"a link", "july.csv", "link.csv", ErrOverlap},
		{"a file with two names", "other.csv", "july.csv", ErrOverlap},
		{"a copy", "july.csv", "july (1).csv", ErrOverlap},
		{"two headers alone are no copies", "empty.csv", "nothing.csv", ErrNothing},
	} {
		_, err := Import(t.Context(), []string{path(test.one), path(test.other)}, nil, Options{})
		require.ErrorIs(t, err, test.want, test.note)
	}
}

// TestNothingButRejects: a file without a single good row is something else.
func TestNothingButRejects(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	good := filepath.Join(folder, "sor-global-2025-07-01-full.csv")
	require.NoError(t, os.WriteFile(good, []byte(smallHeader+"\n"+smallRow(uuidA, "x", "y")), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "sor-global-2025-07-02-full.csv"), []byte(smallHeader+"\n"+uuidB+",no\n"+uuidC+",no\n"), 0o644))
	_, err := Import(t.Context(), []string{folder}, nil, Options{})
	require.ErrorIs(t, err, ErrNothing)
	require.ErrorContains(t, err, `sor-global-2025-07-02-full.csv: no statement of reasons: all 2 rows were rejected: 2 columns instead of 22`)
}
