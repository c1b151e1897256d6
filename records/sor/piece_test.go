package sor

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/crash"
	"github.com/dsaeval/dsaeval/internal/sordump"
)

// inPieces counts a dump piece by piece, the last one first, as machines might that
// know nothing of each other, and hands the counts on in their binary form.
func inPieces(t *testing.T, path string, options Options) (*Aggregate, string) {
	t.Helper()
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	pieces, err := Pieces(path, bytes.NewReader(content), int64(len(content)))
	require.NoError(t, err)
	total, file := NewAggregate(options.Grouping), DumpFile(path, int64(len(content)))
	rejects := make([]string, len(pieces))
	for i := len(pieces) - 1; i >= 0; i-- {
		require.Equal(t, i, pieces[i].Number)
		var listed strings.Builder
		options.Rejects = &listed
		counted, f, err := CountPiece(t.Context(), pieces[i], bytes.NewReader(content), options)
		require.NoError(t, err)
		packed, err := counted.MarshalBinary()
		require.NoError(t, err)
		var read Aggregate
		require.NoError(t, read.UnmarshalBinary(packed))
		require.NoError(t, total.Merge(&read))
		file.Add(f)
		rejects[i] = listed.String()
	}
	require.NoError(t, total.AddFile(file))
	return total, strings.Join(rejects, "")
}

// TestPiecesMakeTheWhole: counted apart and merged, the pieces of a dump are what
// Import makes of it, the rejected rows and their order too.
func TestPiecesMakeTheWhole(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	nested := spoilt(t, aDay(t, folder, sordump.Options{Seed: 9, Day: "2025-07-22", Archives: 4, Files: 3, Rows: 300}), folder)
	csv := smallHeader + "\n" + smallRow(uuidA, "x", "y")
	flat := filepath.Join(folder, "flat.zip")
	require.NoError(t, os.WriteFile(flat, archive(t, zip.Deflate, map[string]string{"a.csv": csv, "b.csv": csv + "\n" + uuidA + ",spoilt\n"}), 0o644))
	bare := filepath.Join(folder, "bare.csv")
	require.NoError(t, os.WriteFile(bare, []byte(csv+"\n"+uuidA+",spoilt\n"+csv[len(smallHeader)+1:]), 0o644))
	for path, pieces := range map[string]int{nested: 4, flat: 2, bare: 1} {
		for _, options := range []Options{{}, {Grouping: Grouping{AllPlatforms: true, Period: Month}}, {Platforms: []string{"tiktok", "X"}}} {
			content, err := os.ReadFile(path)
			require.NoError(t, err)
			listed, err := Pieces(path, bytes.NewReader(content), int64(len(content)))
			require.NoError(t, err)
			require.Len(t, listed, pieces)
			var rejects strings.Builder
			options.Rejects = &rejects
			whole, err := Import(t.Context(), []string{path}, nil, options)
			if errors.Is(err, ErrNothing) {
				continue // the platforms asked for are in the generated day alone
			}
			require.NoError(t, err)
			together, theirs := inPieces(t, path, options)
			require.Equal(t, encoded(t, whole), encoded(t, together))
			_, ours, _ := strings.Cut(rejects.String(), "\n")
			require.Equal(t, ours, theirs)
			require.NotEmpty(t, theirs)
		}
	}
}

// TestSampleLevel: a level that the whole needs anyway changes nothing but the work.
func TestSampleLevel(t *testing.T) {
	t.Parallel()
	path := aDay(t, t.TempDir(), sordump.Options{Seed: 3, Day: "2025-07-22", Archives: 2, Files: 1, Rows: 400})
	counted := func(level uint8) *Aggregate {
		total, err := Import(t.Context(), []string{path}, nil, Options{SampleLevel: level})
		require.NoError(t, err)
		return total
	}
	whole := counted(0)
	whole.sample.limit = 100
	whole.sample.raise(0)
	_, factor := whole.Duplicates()
	require.Greater(t, factor, uint64(4))
	part := counted(2)
	_, low := part.Duplicates()
	require.EqualValues(t, 4, low)
	part.sample.limit = 100
	part.sample.raise(0)
	require.Equal(t, encoded(t, whole), encoded(t, part))
}

// failingAt fails like a network in the middle of a stream.
type failingAt struct {
	io.ReaderAt
	from int64
	err  error
}

func (f failingAt) ReadAt(p []byte, offset int64) (int, error) {
	if offset+int64(len(p)) > f.from {
		return 0, f.err
	}
	return f.ReaderAt.ReadAt(p, offset)
}

// TestDamages: the same kind of error is damage where the dump has it, and is worth
// another attempt where the reader has it.
func TestDamages(t *testing.T) {
	t.Parallel()
	path := aDay(t, t.TempDir(), sordump.Options{Day: "2025-07-22"})
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	size := int64(len(content))
	pieces, err := Pieces(path, bytes.NewReader(content), size)
	require.NoError(t, err)
	last := pieces[2]
	count := func(r io.ReaderAt, options Options) error {
		_, _, err := CountPiece(t.Context(), last, r, options)
		return err
	}
	require.NoError(t, count(bytes.NewReader(content), Options{}))

	spoilt := bytes.Clone(content)
	for i := range 64 {
		spoilt[last.Offset+last.Length/3+int64(i)] ^= 0xa5
	}
	err = count(bytes.NewReader(spoilt), Options{})
	require.True(t, Damages(err), "%v", err)
	require.ErrorContains(t, err, last.Entry)
	require.Equal(t, 1, strings.Count(err.Error(), path), "%v", err)

	cut := content[:last.Offset+last.Length/2]
	err = count(bytes.NewReader(cut), Options{})
	require.True(t, Damages(err), "%v", err)
	_, err = Pieces(path, bytes.NewReader(cut), int64(len(cut)))
	require.True(t, Damages(err), "%v", err)
	require.ErrorIs(t, err, ErrTruncated)

	for _, failure := range []error{io.ErrUnexpectedEOF, errors.New("connection reset")} {
		err = count(failingAt{bytes.NewReader(content), last.Offset + last.Length/2, failure}, Options{})
		require.False(t, Damages(err), "%v", err)
		require.ErrorIs(t, err, ErrSource)
		require.ErrorIs(t, err, failure)
		_, err = Pieces(path, failingAt{bytes.NewReader(content), size / 2, failure}, size)
		require.ErrorIs(t, err, ErrSource)
	}

	err = count(bytes.NewReader(content), Options{From: "yesterday"})
	require.ErrorContains(t, err, "yesterday")
	require.False(t, Damages(err))
	stopped, stop := context.WithCancel(t.Context())
	stop()
	_, _, err = CountPiece(stopped, last, bytes.NewReader(content), Options{})
	require.ErrorIs(t, err, context.Canceled)
	require.False(t, Damages(err))
	require.False(t, Damages(nil))
	require.False(t, Damages(crash.Guard(func() error { panic("defect") })))
}

// TestRowsThatCannotBeRead: a file of nothing else is another kind of file.
func TestRowsThatCannotBeRead(t *testing.T) {
	t.Parallel()
	a := NewAggregate(Grouping{})
	err := a.AddFile(File{Name: "day.csv", Rows: 7, Rejected: 7})
	require.ErrorIs(t, err, ErrNothing)
	require.ErrorContains(t, err, "day.csv: no statement of reasons: all 7 rows were rejected\n")
	require.Empty(t, a.Files())
	require.NoError(t, a.AddFile(File{Name: "day.csv", Rows: 7, Rejected: 6}))
	require.Len(t, a.Files(), 1)
}

// TestNames: what can be said of files before anybody opens them.
func TestNames(t *testing.T) {
	t.Parallel()
	files := []File{
		DumpFile("gs://bucket/sor-global-2025-07-22-full.zip", 1),
		DumpFile("sor-tiktok-2025-07-23-full.zip", 2),
		DumpFile("sor-global-2025-08-01-light.zip", 3),
		DumpFile("renamed.zip", 4),
	}
	relevant, err := Relevant(files, Options{From: "2025-07-01", To: "2025-07-31", Platforms: []string{"Instagram"}})
	require.NoError(t, err)
	require.Equal(t, []bool{true, false, false, true}, relevant)
	_, err = Relevant(files, Options{From: "July"})
	require.ErrorContains(t, err, `"July" is not a day`)

	require.NoError(t, Overlap(files))
	require.ErrorIs(t, Overlap(append(files, DumpFile("sor-global-2025-07-22-light.zip", 5))), ErrOverlap)
	require.NoError(t, Complete("folder", []string{"sor-global-2025-07-22-full-00000.csv.zip", "sor-global-2025-07-22-full-00001.csv.zip"}))
	require.ErrorIs(t, Complete("folder", []string{"sor-global-2025-07-22-full-00001.csv.zip"}), ErrTruncated)
}

// TestSHA1: a digest that differs is told from a reader that fails.
func TestSHA1(t *testing.T) {
	t.Parallel()
	const hello = "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d" // of "hello", RFC 3174's algorithm
	want, err := ReadSHA1("gs://bucket/day.zip", strings.NewReader(hello+" *day.zip\n"))
	require.NoError(t, err)
	require.NoError(t, VerifySHA1(t.Context(), "day.zip", strings.NewReader("hello"), want))
	require.ErrorIs(t, VerifySHA1(t.Context(), "day.zip", strings.NewReader("hellO"), want), ErrChecksum)
	_, err = ReadSHA1("day.zip", strings.NewReader(hello+"  other.zip"))
	require.ErrorIs(t, err, ErrChecksum)
	failed := errors.New("connection reset")
	err = VerifySHA1(t.Context(), "day.zip", io.MultiReader(strings.NewReader("hel"), brokenReader{failed}), want)
	require.ErrorIs(t, err, failed)
	require.NotErrorIs(t, err, ErrChecksum)
}

type brokenReader struct{ err error }

func (e brokenReader) Read([]byte) (int, error) { return 0, e.err }

// TestUnread: what was lost is told wherever the counts are shown, and what the
// provider sent is then not known.
func TestUnread(t *testing.T) {
	t.Parallel()
	path := aDay(t, t.TempDir(), sordump.Options{Day: "2025-07-22"})
	total, err := Import(t.Context(), []string{path}, nil, Options{})
	require.NoError(t, err)
	facts := func() string {
		documents, err := total.Facts()
		require.NoError(t, err)
		return string(documents[0].YAML())
	}
	require.Contains(t, facts(), "  sor_submitted_to_database_count: ")
	require.False(t, total.Doubtful())
	total.files[0].Unread = 2
	require.NotContains(t, facts(), "  sor_submitted_to_database_count: ")
	require.Contains(t, facts(), "it may be higher: 2 archives could not be read")
	require.Contains(t, facts(), "; 2 archives in it could not be read")
	require.True(t, total.Doubtful())
	var csv strings.Builder
	require.NoError(t, total.WriteCSV(&csv))
	require.Contains(t, csv.String(), ",total,archives_not_read,2\n")
	require.Contains(t, total.Totals(), "2 archives could not be read, ")
}
