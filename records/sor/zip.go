package sor

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/klauspost/compress/flate"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Limits on archives. A part of a dump unpacks to about 105 MB, 18 times its
// size in the archive; the limits leave room for a day that is unlike any other.
const (
	maxDirectory = 4 << 20 // bytes of the list of entries; reading it takes several times as much
	maxEntries   = 20_000
	maxParts     = 50_000  // CSV files in all archives of a day; the largest, of 737 million rows, had some 7 400
	maxUnpacked  = 8 << 30 // bytes of one CSV file
	maxRatio     = 250     // unpacked to packed
	ratioFrom    = 16 << 20
)

// part is one CSV file within an archive.
type part struct {
	name   string // for messages: archive/part
	packed int64
	open   func() (io.ReadCloser, error)
}

// zipParts lists the CSV files of an archive without unpacking anything: those
// in it, and those in the archives that it stores.
func zipParts(name string, r io.ReaderAt, size int64) ([]part, error) {
	var parts []part
	err := zipEntries(name, r, size, func(e entry) error {
		if e.csv != nil {
			parts = append(parts, csvPart(name+"/"+e.piece.Entry, e.csv))
			return nil
		}
		inner, err := e.piece.parts(r)
		if err != nil {
			return err
		}
		if parts = append(parts, inner...); len(parts) > maxParts {
			return fmt.Errorf("%s: more than %d CSV files: %w", name, maxParts, ErrTooLarge)
		}
		return nil
	})
	if err == nil && len(parts) == 0 {
		err = noCSV(name)
	}
	return parts, err
}

func noCSV(name string) error {
	return fmt.Errorf("%s: no CSV file in the archive: %w", name, ErrNothing)
}

// entry is what lies in an archive: another one, or a CSV file.
type entry struct {
	piece Piece
	csv   *zip.File
}

// zipEntries goes through what lies in an archive. Nothing is ever written by
// the names in an archive, but a name that leads out of it is a sign that the
// archive is not what it says, and refused.
func zipEntries(name string, r io.ReaderAt, size int64, each func(entry) error) error {
	files, err := zipFiles(name, r, size)
	if err != nil {
		return err
	}
	var bases []string
	for _, f := range files {
		inside := name + "/" + f.Name
		if err := sameDay(name, inside); err != nil {
			return err
		}
		found := entry{piece: Piece{Dump: name, Entry: f.Name, Length: size}}
		switch strings.ToLower(path.Ext(f.Name)) {
		case ".csv":
			found.csv = f
		case ".zip":
			if f.Method != zip.Store {
				return document.Hinted(fmt.Errorf("%s is compressed within the archive; dumps store it", inside), "unpack the outer archive and import the folder")
			}
			offset, err := f.DataOffset()
			if err != nil {
				return fmt.Errorf("%s: %w", inside, err)
			}
			found.piece.Offset, found.piece.Length = offset, int64(f.CompressedSize64)
		default:
			return document.Hinted(fmt.Errorf("%s: neither .csv nor .csv.zip", inside), "take the archive as it was downloaded")
		}
		if err := each(found); err != nil {
			return err
		}
		bases = append(bases, path.Base(f.Name))
	}
	if len(bases) == 0 {
		return noCSV(name)
	}
	return complete(name, bases, false)
}

func innerParts(name string, section *io.SectionReader) ([]part, error) {
	files, err := zipFiles(name, section, section.Size())
	if err != nil {
		return nil, err
	}
	var parts []part
	var bases []string
	for _, f := range files {
		if err := sameDay(name, f.Name); err != nil {
			return nil, err
		}
		if !strings.EqualFold(path.Ext(f.Name), ".csv") {
			return nil, fmt.Errorf("%s/%s: not a CSV file", name, f.Name)
		}
		parts = append(parts, csvPart(name+"/"+f.Name, f))
		bases = append(bases, path.Base(f.Name))
	}
	return parts, complete(name, bases, true)
}

// zipFiles reads the list of entries, and checks what can be checked before
// anything is unpacked.
func zipFiles(name string, r io.ReaderAt, size int64) ([]*zip.File, error) {
	if err := checkDirectory(r, size); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	archive, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, damaged(name, err)
	}
	if len(archive.File) > maxEntries {
		return nil, fmt.Errorf("%s: %d entries: %w", name, len(archive.File), ErrTooLarge)
	}
	archive.RegisterDecompressor(zip.Deflate, func(r io.Reader) io.ReadCloser { return flate.NewReader(r) })
	var files []*zip.File
	spans := make([][2]int64, 0, len(archive.File))
	for _, f := range archive.File {
		if !filepath.IsLocal(f.Name) || strings.ContainsAny(f.Name, "\\\x00") {
			return nil, document.Hinted(fmt.Errorf("%s: %w %q leads out of the archive", name, ErrUnsafeName, shorten(f.Name, 100)),
				"do not unpack this archive; download it again")
		}
		offset, err := f.DataOffset()
		if err != nil {
			return nil, damaged(name+"/"+f.Name, err)
		}
		if f.CompressedSize64 > uint64(size) || offset+int64(f.CompressedSize64) > size {
			return nil, damaged(name+"/"+f.Name, ErrTruncated)
		}
		if err := plausible(f.CompressedSize64, f.UncompressedSize64); err != nil {
			return nil, fmt.Errorf("%s/%s: %w", name, f.Name, err)
		}
		spans = append(spans, [2]int64{offset, offset + int64(f.CompressedSize64)})
		if !f.FileInfo().IsDir() {
			files = append(files, f)
		}
	}
	// Entries that share their data are how a small archive unpacks to petabytes.
	slices.SortFunc(spans, func(a, b [2]int64) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	for i := 1; i < len(spans); i++ {
		if spans[i][0] < spans[i-1][1] {
			return nil, fmt.Errorf("%s: two entries share their data: %w", name, ErrTooLarge)
		}
	}
	slices.SortFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	return files, nil
}

func damaged(name string, err error) error {
	return document.Hinted(fmt.Errorf("%s: damaged or incomplete archive: %w", name, err), "download it again")
}

// plausible compares sizes with those of dumps.
func plausible(packed, unpacked uint64) error {
	if unpacked > maxUnpacked || unpacked > ratioFrom && unpacked/maxRatio > packed {
		return fmt.Errorf("%d bytes for %d packed ones: %w", unpacked, packed, ErrTooLarge)
	}
	return nil
}

func csvPart(name string, f *zip.File) part {
	return part{name: name, packed: int64(f.CompressedSize64), open: func() (io.ReadCloser, error) {
		r, err := f.Open()
		if err != nil {
			return nil, damaged(name, err)
		}
		return &guarded{ReadCloser: r, name: name, packed: f.CompressedSize64}, nil
	}}
}

// guarded counts what really comes out: the sizes in an archive are claims.
type guarded struct {
	io.ReadCloser
	name             string
	packed, unpacked uint64
}

func (g *guarded) Read(p []byte) (int, error) {
	n, err := g.ReadCloser.Read(p)
	g.unpacked += uint64(n)
	if err != nil && err != io.EOF {
		return n, damaged(g.name, err)
	}
	if tooLarge := plausible(g.packed, g.unpacked); tooLarge != nil {
		return 0, fmt.Errorf("%s: %w", g.name, tooLarge)
	}
	return n, err
}
