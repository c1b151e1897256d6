package sor

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

// TestCutBehindAnInnerArchive: a dump that was cut off is not the inner archive that
// stands whole at its end, wherever it was cut.
func TestCutBehindAnInnerArchive(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	content, err := os.ReadFile(aDay(t, folder, sordump.Options{Day: "2025-07-22"}))
	require.NoError(t, err)
	cut := filepath.Join(t.TempDir(), "sor-global-2025-07-22-full.zip")
	pieces, err := Pieces(cut, bytes.NewReader(content), int64(len(content)))
	require.NoError(t, err)
	end := pieces[1].Offset + pieces[1].Length
	for _, at := range []int64{end - 1, end, end + 1, end + 30, end + 500, int64(len(content)) - 1} {
		require.NoError(t, os.WriteFile(cut, content[:at], 0o644))
		_, err = Import(t.Context(), []string{cut}, nil, Options{})
		require.ErrorIs(t, err, ErrTruncated, "cut after %d of %d bytes", at, len(content))
	}
	require.NoError(t, os.WriteFile(cut, append(content, 0), 0o644))
	_, err = Import(t.Context(), []string{cut}, nil, Options{})
	require.ErrorIs(t, err, ErrTruncated)
}

// TestLongEndRecord: the end record of archives of more than 4 GiB is read, too.
func TestLongEndRecord(t *testing.T) {
	t.Parallel()
	var content bytes.Buffer
	w := zip.NewWriter(&content)
	for range 1<<16 + 1 { // more than the short record can count
		_, err := w.CreateHeader(&zip.FileHeader{Name: "a.csv"})
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	d, err := findDirectory(bytes.NewReader(content.Bytes()), int64(content.Len()))
	require.NoError(t, err)
	require.Equal(t, d.end, d.offset+d.length)
	require.Greater(t, d.length, uint64(1<<16))
}
