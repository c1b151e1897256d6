package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

// rewrite writes a dump again, with each CSV file changed. Its digest goes.
func rewrite(t *testing.T, path string, change func(name, content string) string) {
	t.Helper()
	outer, err := zip.OpenReader(path)
	require.NoError(t, err)
	defer outer.Close()
	var content bytes.Buffer
	w := zip.NewWriter(&content)
	for _, entry := range outer.File {
		packed := unpacked(t, entry)
		inner, err := zip.NewReader(strings.NewReader(packed), int64(len(packed)))
		require.NoError(t, err)
		stored, err := w.CreateHeader(&zip.FileHeader{Name: entry.Name})
		require.NoError(t, err)
		innerWriter := zip.NewWriter(stored)
		for _, file := range inner.File {
			to, err := innerWriter.Create(file.Name)
			require.NoError(t, err)
			_, err = io.WriteString(to, change(file.Name, unpacked(t, file)))
			require.NoError(t, err)
		}
		require.NoError(t, innerWriter.Close())
	}
	require.NoError(t, w.Close())
	require.NoError(t, os.WriteFile(path, content.Bytes(), 0o644))
	require.NoError(t, os.Remove(path+".sha1"))
}

func unpacked(t *testing.T, f *zip.File) string {
	t.Helper()
	r, err := f.Open()
	require.NoError(t, err)
	content, err := io.ReadAll(r)
	require.NoError(t, err)
	return string(content)
}

// spoil adds a row that cannot be read to each file of a dump.
func spoil(t *testing.T, path string) {
	t.Helper()
	rewrite(t, path, func(_, content string) string {
		return content + "\neb40d5a8-bddb-4509-b4df-85a5c3a1995d,spoilt\n"
	})
}

// flat writes a dump whose CSV files lie in it without archives of their own.
func flat(t *testing.T, path string, o sordump.Options, parts int) {
	t.Helper()
	file, err := os.Create(path)
	require.NoError(t, err)
	w := zip.NewWriter(file)
	for part := range parts {
		entry, err := w.Create(fmt.Sprintf("%s-00000-%05d.csv", strings.TrimSuffix(o.Name(), ".zip"), part))
		require.NoError(t, err)
		require.NoError(t, o.WriteCSV(entry, uint64(part)))
	}
	require.NoError(t, w.Close())
	require.NoError(t, file.Close())
}

// damage flips bytes in the middle of the inner archive of a number. The digest is
// left as it is, or goes.
func damage(t *testing.T, path string, number int, keepDigest bool) (entry string) {
	t.Helper()
	outer, err := zip.OpenReader(path)
	require.NoError(t, err)
	f := outer.File[number]
	offset, err := f.DataOffset()
	require.NoError(t, err)
	require.NoError(t, outer.Close())
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	for i := range 50 {
		content[offset+int64(f.CompressedSize64)/2+int64(i)] ^= 0x5a
	}
	require.NoError(t, os.WriteFile(path, content, 0o644))
	if !keepDigest {
		require.NoError(t, os.Remove(path+".sha1"))
	}
	return f.Name
}
