package sor

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

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
		{"only the beginning", whole[:10], ErrTruncated, "hint: download it again"},
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
	csv := func(id string) string {
		return smallHeader + "\n" + strings.Replace(smallRow(id, "x", "y"), "2025-07-01 12", "2025-07-22 12", 1)
	}
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
	// So does a file, and what was renamed within an archive: some statement is of it.
	rows := smallHeader + "\n" + smallRow(uuidA, "x", "y") + "\n" + smallRow(uuidB, "x", "y")
	bare := filepath.Join(folder, "sor-global-2025-07-02-full.csv")
	for content, want := range map[string]error{
		rows: ErrOtherDay, strings.Replace(rows, "2025-07-01 12", "2025-07-02 12", 1): nil,
	} {
		require.NoError(t, os.WriteFile(bare, []byte(content), 0o644))
		_, err = Import(t.Context(), []string{bare}, nil, Options{})
		require.ErrorIs(t, err, want)
	}
	packed := filepath.Join(folder, "sor-global-2025-07-03-full.zip")
	require.NoError(t, os.WriteFile(packed, archive(t, zip.Deflate, map[string]string{"sor-global-2025-07-03-full-00000-00000.csv": rows}), 0o644))
	_, err = Import(t.Context(), []string{packed}, nil, Options{})
	require.ErrorIs(t, err, ErrOtherDay)
	require.ErrorContains(t, err, "none of its 2 statements was submitted on 2025-07-03")
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
