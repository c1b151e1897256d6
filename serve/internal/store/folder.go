package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Folder is a folder with files of facts. It is safe for concurrent use; saves of one
// file follow each other.
type Folder struct {
	root *os.Root
	only string // the one file that is served; empty for all

	mu    sync.Mutex // guards files
	files map[string]*file
}

// file is what is known of a file beside its content.
type file struct {
	mu      sync.Mutex // held from reading to writing
	history history
}

// Open opens a folder, or one file of it alone where only names one.
func Open(dir, only string) (*Folder, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Folder{root: root, only: only, files: map[string]*file{}}, nil
}

// Close waits for saves that are under way and closes the folder.
func (f *Folder) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, each := range f.files {
		each.mu.Lock()
		defer each.mu.Unlock()
	}
	return f.root.Close()
}

// Only is the one file that is served; empty for all.
func (f *Folder) Only() string { return f.only }

// The bounds of a folder that is searched.
const (
	maxFiles = 1000
	maxDepth = 4
)

// List returns the names of the files of facts, in their order. Folders whose names
// begin with a point, and what is no ordinary file, are left out.
func (f *Folder) List() ([]string, error) {
	if f.only != "" {
		return []string{f.only}, nil
	}
	var names []string
	err := fs.WalkDir(f.root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil && name == ".":
			return err
		case err != nil:
			return fs.SkipDir // a folder that may not be read holds nothing to serve
		case entry.IsDir() && name != "." && (strings.HasPrefix(entry.Name(), ".") || strings.Count(name, "/") >= maxDepth):
			return fs.SkipDir
		case len(names) == maxFiles:
			return fs.SkipAll
		case entry.Type().IsRegular() && named(name):
			names = append(names, name)
		}
		return nil
	})
	slices.Sort(names)
	return names, err
}

// named reports whether a name is one of a file of facts that can be served: one
// document, which lines of JSON are not.
func named(name string) bool {
	if !fs.ValidPath(name) || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == '\\' || r == 0x7f }) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") {
			return false
		}
	}
	return document.NamedFacts(path.Base(name)) && document.FormatOf(name) != document.NDJSON
}

// served reports whether a name is one that is asked for rightly.
func (f *Folder) served(name string) bool {
	if f.only != "" {
		return name == f.only
	}
	return named(name)
}

// there reports whether a name is that of a file which can be read: a pipe would be
// waited for, and a link may lead elsewhere between two looks.
func (f *Folder) there(name string) bool {
	if !f.served(name) {
		return false
	}
	info, err := f.root.Lstat(name)
	return err == nil && info.Mode().IsRegular()
}

// Read returns a file as it is on the disk now.
func (f *Folder) Read(name string) (Version, error) {
	if !f.there(name) {
		return Version{}, ErrNoFile
	}
	opened, err := f.root.Open(name)
	if err != nil {
		return Version{}, ErrNoFile
	}
	defer opened.Close()
	content, err := io.ReadAll(io.LimitReader(opened, document.MaxSize+1))
	if err != nil {
		return Version{}, err
	}
	if len(content) > document.MaxSize {
		return Version{}, ErrTooLarge
	}
	return versionOf(name, content), nil
}

// Create begins a file, which must not be there yet.
func (f *Folder) Create(name string, content []byte) (Version, error) {
	if !f.served(name) || !named(name) {
		return Version{}, ErrName
	}
	of := f.file(name)
	of.mu.Lock()
	defer of.mu.Unlock()
	// A file that is written in place could be found half done after a fall; a link to a
	// whole one is made in one step, and only where there is none.
	temporary, err := f.beside(name, content, 0o644)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return Version{}, ErrName
		}
		return Version{}, err
	}
	defer f.root.Remove(temporary)
	if err := f.root.Link(temporary, name); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return Version{}, ErrExists
		}
		// Some file systems know no links.
		if err := f.write(name, content, 0o644); errors.Is(err, fs.ErrExist) {
			return Version{}, ErrExists
		} else if err != nil {
			return Version{}, err
		}
	}
	f.settle(path.Dir(name))
	return versionOf(name, content), nil
}

// Exists reports whether a name is taken, by whatever.
func (f *Folder) Exists(name string) bool {
	_, err := f.root.Lstat(name)
	return err == nil
}

func (f *Folder) file(name string) *file {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.files[name] == nil {
		f.files[name] = &file{}
	}
	return f.files[name]
}
