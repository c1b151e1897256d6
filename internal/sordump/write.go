package sordump

import (
	"bytes"
	"crypto/sha1"
	"fmt"
	"os"
	"path/filepath"
)

// WriteDay writes the archive and its checksum into a folder and returns the
// path of the archive.
func (o Options) WriteDay(folder string) (path string, err error) {
	var content bytes.Buffer
	if err := o.WriteZIP(&content); err != nil {
		return "", err
	}
	path = filepath.Join(folder, o.Name())
	if err := os.WriteFile(path, content.Bytes(), 0o644); err != nil {
		return "", err
	}
	sum := fmt.Sprintf("%x  %s", sha1.Sum(content.Bytes()), o.Name())
	return path, os.WriteFile(path+".sha1", []byte(sum), 0o644)
}
