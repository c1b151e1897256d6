package sor

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
)

// aDay writes a small day with its checksum and returns the path.
func aDay(t testing.TB, folder string, o sordump.Options) string {
	t.Helper()
	if o.Archives == 0 {
		o.Archives, o.Files, o.Rows = 3, 2, 100
	}
	path, err := o.WriteDay(folder)
	require.NoError(t, err)
	return path
}

func TestImportNestedArchive(t *testing.T) {
	t.Parallel()
	for _, o := range []sordump.Options{
		{Day: "2025-07-22"},
		{Day: "2025-07-22", Light: true},
		{Day: "2025-06-30"},
		{Day: "2025-06-30", Light: true},
	} {
		path := aDay(t, t.TempDir(), o)
		total, err := Import(t.Context(), []string{path}, nil, Options{})
		require.NoError(t, err)
		require.EqualValues(t, 600, total.Statements())
		f := total.Files()[0]
		require.Equal(t, o.Day, f.Day)
		require.Equal(t, "global", f.Slug)
		require.Equal(t, o.Light, f.Light)
		require.Len(t, f.SHA1, 40)
		require.EqualValues(t, 600, f.Rows)
		require.Zero(t, f.Rejected)
		want := V2
		if o.Day < "2025-07-01" {
			want = V1
		}
		for _, key := range total.Keys() {
			require.Equal(t, want, key.Schema)
		}
	}
}

// TestJobsMakeNoDifference: neither for the counts nor for the order of the
// rejected rows.
func TestJobsMakeNoDifference(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	o := sordump.Options{Seed: 9, Day: "2025-07-22", Archives: 4, Files: 3, Rows: 300}
	path := spoilt(t, aDay(t, folder, o), folder)
	var want, wantRejects string
	for _, jobs := range []int{1, 2, 7} {
		var rejects bytes.Buffer
		total, err := Import(t.Context(), []string{path}, nil, Options{Jobs: jobs, Rejects: &rejects})
		require.NoError(t, err)
		if want == "" {
			want, wantRejects = encoded(t, total), rejects.String()
			require.Equal(t, 13, strings.Count(wantRejects, "\n"), "a line for each of 12 parts, and the header")
		}
		require.Equal(t, want, encoded(t, total))
		require.Equal(t, wantRejects, rejects.String())
	}
}

// spoilt writes an archive again with a bad row at the end of each part.
func spoilt(t *testing.T, path, folder string) string {
	t.Helper()
	outer, err := zip.OpenReader(path)
	require.NoError(t, err)
	defer outer.Close()
	var content bytes.Buffer
	w := zip.NewWriter(&content)
	for _, entry := range outer.File {
		r, err := entry.Open()
		require.NoError(t, err)
		packed, err := io.ReadAll(r)
		require.NoError(t, err)
		inner, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
		require.NoError(t, err)
		stored, err := w.CreateHeader(&zip.FileHeader{Name: entry.Name})
		require.NoError(t, err)
		innerWriter := zip.NewWriter(stored)
		for _, file := range inner.File {
			r, err := file.Open()
			require.NoError(t, err)
			to, err := innerWriter.Create(file.Name)
			require.NoError(t, err)
			_, err = io.Copy(to, r)
			require.NoError(t, err)
			_, err = io.WriteString(to, "\n"+uuidA+",spoilt\n")
			require.NoError(t, err)
		}
		require.NoError(t, innerWriter.Close())
	}
	require.NoError(t, w.Close())
	name := filepath.Join(folder, "spoilt.zip")
	require.NoError(t, os.WriteFile(name, content.Bytes(), 0o644))
	return name
}

// TestSharedData: entries that overlap are how 10 MB unpack to 281 TB.
func TestSharedData(t *testing.T) {
	t.Parallel()
	content := archive(t, zip.Deflate, map[string]string{"a.csv": smallHeader, "b.csv": smallHeader})
	first := bytes.Index(content, []byte("PK\x01\x02"))
	second := bytes.LastIndex(content, []byte("PK\x01\x02"))
	copy(content[second+42:second+46], content[first+42:first+46]) // the offset of the data
	path := filepath.Join(t.TempDir(), "day.zip")
	require.NoError(t, os.WriteFile(path, content, 0o644))
	_, err := Import(t.Context(), []string{path}, nil, Options{})
	require.ErrorIs(t, err, ErrTooLarge)
	require.ErrorContains(t, err, "two entries share their data")
}

func TestChecksum(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ note, sum, message string }{
		{"of another file", strings.Repeat("0", 40) + "  NAME", "the checksum does not match: SHA-1 "},
		{"with another name", strings.Repeat("0", 40) + "  other.zip", "it is that of other.zip"},
		{"no checksum at all", "<html>Not found</html>", "not a SHA-1 checksum"},
	} {
		folder := t.TempDir()
		path := aDay(t, folder, sordump.Options{Day: "2025-07-22"})
		sum := strings.ReplaceAll(test.sum, "NAME", filepath.Base(path))
		require.NoError(t, os.WriteFile(path+".sha1", []byte(sum), 0o644))
		_, err := Import(t.Context(), []string{folder}, nil, Options{})
		require.ErrorContains(t, err, test.message, test.note)
	}
}

// TestLinkOutOfTheFolder: a folder stands for what is in it.
func TestLinkOutOfTheFolder(t *testing.T) {
	t.Parallel()
	outside := aDay(t, t.TempDir(), sordump.Options{Day: "2025-07-22"})
	folder := t.TempDir()
	if err := os.Symlink(outside, filepath.Join(folder, "sor-global-2025-07-22-full.zip")); err != nil {
		t.Skip("no links here:", err)
	}
	_, err := Import(t.Context(), []string{folder}, nil, Options{})
	require.ErrorContains(t, err, "escapes")
}

// TestDamageIsToldOnce: with the path of the file, once.
func TestDamageIsToldOnce(t *testing.T) {
	t.Parallel()
	whole := archive(t, zip.Deflate, map[string]string{"a.csv": smallHeader + "\n" + smallRow(uuidA, "x", "y")})
	for _, at := range []int{60, len(whole) / 2, len(whole) - 73} { // the data, and the list of entries
		spoilt := bytes.Clone(whole)
		spoilt[at] ^= 0xff
		path := filepath.Join(t.TempDir(), "day.zip")
		require.NoError(t, os.WriteFile(path, archive(t, zip.Store, map[string]string{"b.csv.zip": string(spoilt)}), 0o644))
		_, err := Import(t.Context(), []string{path}, nil, Options{})
		require.ErrorContains(t, err, "day.zip/b.csv.zip")
		require.Equal(t, 1, strings.Count(err.Error(), "day.zip"), "%v", err)
	}
}

// TestInterruptWhileRejecting: a run that accepts no row ends too, and shows that
// it moves.
func TestInterruptWhileRejecting(t *testing.T) {
	t.Parallel()
	const rows = 1 << 20
	path := filepath.Join(t.TempDir(), "day.csv")
	require.NoError(t, os.WriteFile(path, []byte(smallHeader+"\n"+strings.Repeat(uuidA+",zzz\n", rows)), 0o644))
	ctx, cancel := context.WithCancel(t.Context())
	var progress Progress
	done := make(chan error)
	go func() {
		_, err := Import(ctx, []string{path}, nil, Options{Progress: &progress})
		done <- err
	}()
	require.Eventually(t, func() bool { return progress.Rejected.Load() > 0 }, 20*time.Second, time.Millisecond)
	cancel()
	require.ErrorIs(t, <-done, context.Canceled)
	require.Less(t, progress.Rejected.Load(), int64(rows))
}

func TestInterrupt(t *testing.T) {
	t.Parallel()
	path := aDay(t, t.TempDir(), sordump.Options{Day: "2025-07-22"})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Import(ctx, []string{path}, nil, Options{})
	require.ErrorIs(t, err, context.Canceled)
}
