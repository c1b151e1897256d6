package tables

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/records/lint"
)

func hasMember(content []byte, name string) bool {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return false
	}
	return slices.ContainsFunc(archive.File, func(f *zip.File) bool { return f.Name == name })
}

// archive opens a ZIP after checking what its directory claims: size, ratio and
// paths. What it claims is checked again while reading, since it may lie.
func archive(name string, content []byte) (*zip.Reader, error) {
	reader, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil, Fail(name, ErrCorrupt, fmt.Sprintf("the archive cannot be read: %v", err), "download it again")
	}
	if cutOff(content, reader) {
		return nil, Fail(name, ErrCorrupt, "the archive is cut off: its list of contents is that of an archive in it", "download it again")
	}
	if len(reader.File) > MaxFiles {
		return nil, Fail(name, ErrTooLarge, fmt.Sprintf("the archive holds %d files; at most %d are read", len(reader.File), MaxFiles), "")
	}
	var total uint64
	for _, f := range reader.File {
		if unsafePath(f.Name) {
			return nil, Fail(name, ErrUnsafe, fmt.Sprintf("the archive names a file outside of itself: %q", f.Name), "do not trust it; ask the publisher for another")
		}
		total += f.UncompressedSize64
		if f.UncompressedSize64 > MaxFile || total > MaxTotal {
			return nil, Fail(name, ErrTooLarge, fmt.Sprintf("%q would have %d bytes unpacked, %d with those before it; no report has", f.Name, f.UncompressedSize64, total), "")
		}
		if f.UncompressedSize64 > ratioFrom && f.UncompressedSize64/max(f.CompressedSize64, 1) > MaxRatio {
			return nil, Fail(name, ErrTooLarge, fmt.Sprintf("%q is packed %d to 1, as no table is", f.Name, f.UncompressedSize64/max(f.CompressedSize64, 1)), "")
		}
	}
	return reader, nil
}

// cutOff reports whether the list of contents lacks what the archive begins with: where
// the end of it is lost, the last list is that of an archive within it.
func cutOff(content []byte, reader *zip.Reader) bool {
	const fixed = 30 // bytes before the name
	if len(content) < fixed || !bytes.HasPrefix(content, []byte("PK\x03\x04")) {
		return false
	}
	end := fixed + int(content[26]) + int(content[27])<<8
	if end > len(content) {
		return true
	}
	first := string(content[fixed:end])
	return !slices.ContainsFunc(reader.File, func(f *zip.File) bool { return f.Name == first })
}

func unsafePath(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	return strings.HasPrefix(name, "/") || strings.Contains(name, ":/") || strings.ContainsRune(name, 0) ||
		slices.Contains(strings.Split(name, "/"), "..")
}

func (o *opener) zip(name string, content []byte) error {
	reader, err := archive(name, content)
	if err != nil {
		return err
	}
	files := slices.Clone(reader.File)
	slices.SortFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range files {
		base := path.Base(f.Name)
		if f.FileInfo().IsDir() || leftover(base) || slices.Contains(strings.Split(f.Name, "/"), macFolder) {
			continue
		}
		inside := name + "/" + visible(f.Name)
		content, err := unpack(f)
		if err != nil {
			return Fail(inside, ErrCorrupt, fmt.Sprintf("cannot be unpacked: %v", err), "download the archive again")
		}
		if kindOf(inside, content) == "zip" {
			o.ignored(lint.Ref{File: inside}, "archives inside archives are left alone; unpack it first")
			continue
		}
		if err := o.file(inside, content); err != nil {
			return err
		}
	}
	return nil
}

func unpack(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	content, err := io.ReadAll(io.LimitReader(r, int64(f.UncompressedSize64)+1))
	if err == nil && uint64(len(content)) > f.UncompressedSize64 {
		err = fmt.Errorf("longer than the %d bytes that the archive states", f.UncompressedSize64)
	}
	return content, err
}
