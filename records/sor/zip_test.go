package sor

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
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

// archive is a ZIP file in memory.
func archive(t testing.TB, method uint16, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, content := range files {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		require.NoError(t, err)
		_, err = io.WriteString(f, content)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

func TestHostileArchives(t *testing.T) {
	t.Parallel()
	var day bytes.Buffer
	require.NoError(t, sordump.Options{Day: "2025-07-22", Archives: 1, Files: 1, Rows: 50}.WriteZIP(&day))
	whole := day.Bytes()
	csv := smallHeader + "\n" + smallRow(uuidA, "x", "y")
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 0xff
	manyEntries := bytes.Clone(whole)
	end := bytes.LastIndex(manyEntries, []byte("PK\x05\x06"))
	binary.LittleEndian.PutUint32(manyEntries[end+12:], maxDirectory+1)
	inner := archive(t, zip.Deflate, map[string]string{"a.csv": csv})

	for _, test := range []struct {
		note    string
		content []byte
		want    error
		message string
	}{
		{"cut off", whole[:len(whole)*2/3], ErrTruncated, "not a complete ZIP file"},
		{"only the beginning", whole[:10], ErrTruncated, "try: download it again"},
		{"empty", nil, ErrTruncated, "damaged or incomplete"},
		{"a changed byte", flipped, nil, "damaged or incomplete"},
		{"a list of entries without end", manyEntries, ErrTooLarge, "a list of entries of 4194305 bytes"},
		{"no CSV", archive(t, zip.Store, nil), ErrNothing, "no CSV file"},
		{"something else in it", archive(t, zip.Store, map[string]string{"x.exe": "MZ"}), nil, "neither .csv nor .csv.zip"},
		{"a path that leads out", archive(t, zip.Store, map[string]string{"../../etc/cron.csv": csv}), ErrUnsafeName, `"../../etc/cron.csv" leads out of the archive`},
		{"an absolute path", archive(t, zip.Store, map[string]string{"/etc/cron.csv": csv}), ErrUnsafeName, "leads out"},
		{"a path of Windows", archive(t, zip.Store, map[string]string{`..\x.csv`: csv}), ErrUnsafeName, "leads out"},
		{"a path that leads out, one archive further in", archive(t, zip.Store, map[string]string{"a.csv.zip": string(archive(t, zip.Deflate, map[string]string{"../x.csv": csv}))}), ErrUnsafeName, "a.csv.zip"},
		{"an archive in an archive in an archive", archive(t, zip.Store, map[string]string{"a.csv.zip": string(archive(t, zip.Store, map[string]string{"b.csv.zip": string(inner)}))}), nil, "not a CSV file"},
		{"compressed twice", archive(t, zip.Deflate, map[string]string{"a.csv.zip": string(inner)}), nil, "is compressed within the archive"},
		{"a bomb", archive(t, zip.Deflate, map[string]string{"a.csv": csv + strings.Repeat("\n", 64<<20)}), ErrTooLarge, "unpacks to more than a dump can hold"},
		{"a missing part", archive(t, zip.Store, map[string]string{
			"sor-global-2025-07-22-full-00000.csv.zip": string(inner), "sor-global-2025-07-22-full-00002.csv.zip": string(inner),
		}), ErrTruncated, "part 00001 is missing"},
		{"a missing file", archive(t, zip.Deflate, map[string]string{"sor-global-2025-07-22-full-00000-00001.csv": csv}), ErrTruncated, "part 00000-00000 is missing"},
		{"a missing file beside files with other names", archive(t, zip.Deflate, map[string]string{
			"sor-global-2025-07-22-full-00000-00000.csv": csv, "sor-global-2025-07-22-full-00000-00002.csv": csv, "extra.csv": csv,
		}), ErrTruncated, "part 00000-00001 is missing"},
		{"a file twice", archive(t, zip.Deflate, map[string]string{
			"a/sor-global-2025-07-22-full-00000-00000.csv": csv, "b/sor-global-2025-07-22-full-00000-00000.csv": csv,
		}), ErrOverlap, "part 00000 occurs twice"},
		{"an archive and its files", archive(t, zip.Store, map[string]string{
			"sor-global-2025-07-22-full-00000.csv.zip": string(inner), "sor-global-2025-07-22-full-00000-00000.csv": csv,
		}), ErrOverlap, "part 00000 occurs twice"},
		{"not a dump", archive(t, zip.Deflate, map[string]string{"a.csv": "a,b\n1,2\n"}), nil, "no header of a dump"},
		{"a file that ends within a row", archive(t, zip.Deflate, map[string]string{"a.csv": csv + "\n" + csv[len(smallHeader)+1:len(smallHeader)+150]}), ErrTruncated, "a.csv: truncated: row 2 is cut off"},
		{"an empty file", archive(t, zip.Deflate, map[string]string{"a.csv": ""}), ErrTruncated, "a.csv: the file is empty"},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "day.zip")
			require.NoError(t, os.WriteFile(path, test.content, 0o644))
			_, err := Import(t.Context(), []string{path}, nil, Options{})
			require.ErrorContains(t, err, "day.zip")
			require.ErrorContains(t, err, test.message)
			if test.want != nil {
				require.ErrorIs(t, err, test.want)
			}
		})
	}
}

// TestLyingSizes: the sizes in an archive are claims; what comes out counts.
func TestLyingSizes(t *testing.T) {
	t.Parallel()
	content := archive(t, zip.Deflate, map[string]string{"a.csv": smallHeader + strings.Repeat("\n", 64<<20)})
	directory := bytes.LastIndex(content, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(content[directory+24:], 1000) // unpacked size
	path := filepath.Join(t.TempDir(), "day.zip")
	require.NoError(t, os.WriteFile(path, content, 0o644))
	_, err := Import(t.Context(), []string{path}, nil, Options{})
	require.Error(t, err)
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

func TestTruncatedCSV(t *testing.T) {
	t.Parallel()
	row := smallRow(uuidA, "x", "y")
	path := filepath.Join(t.TempDir(), "day.csv")
	require.NoError(t, os.WriteFile(path, []byte(smallHeader+"\n"+row+"\n"+row[:150]), 0o644))
	_, err := Import(t.Context(), []string{path}, nil, Options{})
	require.ErrorIs(t, err, ErrTruncated)
	require.ErrorContains(t, err, "row 2 is cut off")
}

// TestFlatArchives: files of several inner archives may lie beside each other.
func TestFlatArchives(t *testing.T) {
	t.Parallel()
	csv := func(id string) string { return smallHeader + "\n" + smallRow(id, "x", "y") }
	path := filepath.Join(t.TempDir(), "sor-global-2025-07-22-full.zip")
	require.NoError(t, os.WriteFile(path, archive(t, zip.Deflate, map[string]string{
		"sor-global-2025-07-22-full-00000-00000.csv": csv(uuidA), "sor-global-2025-07-22-full-00000-00001.csv": csv(uuidB),
		"sor-global-2025-07-22-full-00001-00000.csv": csv(uuidC),
	}), 0o644))
	total, err := Import(t.Context(), []string{path}, nil, Options{})
	require.NoError(t, err)
	require.EqualValues(t, 3, total.Statements())
}

// TestAnotherDay: an archive holds the day in its name.
func TestAnotherDay(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	path := aDay(t, t.TempDir(), sordump.Options{Day: "2025-07-22"})
	renamed := filepath.Join(folder, "sor-global-2025-07-23-full.zip")
	require.NoError(t, os.Rename(path, renamed))
	_, err := Import(t.Context(), []string{renamed}, nil, Options{})
	require.ErrorIs(t, err, ErrOtherDay)
	require.ErrorContains(t, err, "sor-global-2025-07-23-full.zip holds sor-global-2025-07-22-full-00000.csv.zip, which is of another day")
}

// TestBarePartsOfADay: a folder of them is checked as an archive is.
func TestBarePartsOfADay(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for i, part := range []string{"00000-00000", "00001-00000", "00001-00002"} {
		id := []string{uuidA, uuidB, uuidC}[i]
		name := filepath.Join(folder, "sor-global-2025-07-22-full-"+part+".csv")
		require.NoError(t, os.WriteFile(name, []byte(smallHeader+"\n"+smallRow(id, "x", "y")), 0o644))
	}
	_, err := Import(t.Context(), []string{folder}, nil, Options{})
	require.ErrorIs(t, err, ErrTruncated)
	require.ErrorContains(t, err, folder+": part 00001-00001 is missing")
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
