package store

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Change replaces a file by what a function makes of it as it is now. While the
// function runs no other save of the file through this folder can come between; if the
// file changes on the disk all the same, nothing is written and the error is [ErrChanged].
// An error of the function is returned as it is.
func (f *Folder) Change(name string, by func(now Version) ([]byte, error)) (before, after Version, err error) {
	if !f.there(name) {
		return Version{}, Version{}, ErrNoFile // and nothing is remembered of the name
	}
	of := f.file(name)
	of.mu.Lock()
	defer of.mu.Unlock()
	if before, err = f.Read(name); err != nil {
		return Version{}, Version{}, err
	}
	content, err := by(before)
	if err != nil {
		return before, Version{}, err
	}
	if after, err = f.replace(before, content); err != nil {
		return before, Version{}, err
	}
	if after.Digest != before.Digest {
		of.history.add(before, after.Digest)
	}
	return before, after, nil
}

// Undo takes the last save back, if the file is as it was seen, by its digest, and
// nobody else has made it so. Else the error is [ErrChanged].
func (f *Folder) Undo(name, seen string) (before, after Version, err error) {
	if !f.there(name) {
		return Version{}, Version{}, ErrNoFile
	}
	of := f.file(name)
	of.mu.Lock()
	defer of.mu.Unlock()
	if before, err = f.Read(name); err != nil {
		return Version{}, Version{}, err
	}
	last, made := of.history.last(before.Digest)
	switch {
	case before.Digest != seen:
		return before, Version{}, ErrChanged
	case !made && len(of.history.steps) == 0:
		return before, Version{}, ErrFirst
	case !made:
		return before, Version{}, ErrChanged
	}
	if after, err = f.replace(before, last.before.Content); err != nil {
		return before, Version{}, err
	}
	of.history.drop(before)
	return before, after, nil
}

// Undoable reports whether the last save of a version can be taken back.
func (f *Folder) Undoable(v Version) bool {
	of := f.file(v.Name)
	of.mu.Lock()
	defer of.mu.Unlock()
	_, made := of.history.last(v.Digest)
	return made
}

// At returns a version that was replaced through this folder, by its digest.
func (f *Folder) At(name, digest string) (Version, bool) {
	of := f.file(name)
	of.mu.Lock()
	defer of.mu.Unlock()
	return of.history.at(digest)
}

// replace writes a file whole or not at all, and only over the version that is known.
// Between the last look and the renaming lie microseconds; no file system offers less.
func (f *Folder) replace(known Version, content []byte) (Version, error) {
	if len(content) > document.MaxSize {
		return Version{}, ErrTooLarge
	}
	info, err := f.root.Lstat(known.Name)
	if err != nil {
		return Version{}, ErrChanged
	}
	temporary, err := f.beside(known.Name, content, info.Mode().Perm())
	if err != nil {
		return Version{}, err
	}
	defer f.root.Remove(temporary)
	if now, err := f.Read(known.Name); err != nil || now.Digest != known.Digest {
		return Version{}, ErrChanged
	}
	if err := f.root.Rename(temporary, known.Name); err != nil {
		return Version{}, err
	}
	f.settle(path.Dir(known.Name))
	return versionOf(known.Name, content), nil
}

// beside writes a hidden file in the folder of another.
func (f *Folder) beside(name string, content []byte, mode fs.FileMode) (string, error) {
	for {
		temporary := path.Join(path.Dir(name), fmt.Sprintf(".%s.%08x", path.Base(name), rand.Uint32()))
		if err := f.write(temporary, content, mode); !errors.Is(err, fs.ErrExist) {
			return temporary, err
		}
	}
}

// write writes a file that must not be there yet, down to the disk.
func (f *Folder) write(name string, content []byte, mode fs.FileMode) error {
	file, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		_ = f.root.Remove(name)
	}
	return err
}

// settle has the folder itself written down. Where a system has no such thing the file
// is there all the same.
func (f *Folder) settle(dir string) {
	if opened, err := f.root.Open(dir); err == nil {
		_ = opened.Sync()
		_ = opened.Close()
	}
}
