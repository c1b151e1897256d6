package sor

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// input is a file to be read. Those of a folder are opened through the folder,
// so that a link in it cannot lead elsewhere.
type input struct {
	path   string
	folder *os.Root
	stdin  io.Reader
}

func (in input) base() string { return filepath.Base(in.path) }

// stat tells about a file without opening it: opening a named pipe would wait for
// somebody to write into it.
func (in input) stat(path string) (info fs.FileInfo, err error) {
	if in.folder == nil {
		info, err = os.Stat(path)
	} else {
		info, err = in.folder.Stat(filepath.Base(path))
	}
	switch {
	case err != nil && in.folder != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: %w", path, err)
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular() && path == in.path:
		return nil, document.Hinted(fmt.Errorf("%s: not a regular file", path), "give - as its name, and < "+path)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s: not a regular file", path)
	}
	return info, nil
}

func (in input) openFile(path string) (*os.File, error) {
	if in.folder == nil {
		return os.Open(path)
	}
	file, err := in.folder.Open(filepath.Base(path))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return file, err
}

// inputs turns arguments into files: a folder stands for the dumps in it, a
// pattern for what it matches, - for standard input.
func inputs(args []string, stdin io.Reader) ([]input, error) {
	var all []input
	seen := map[string]bool{}
	add := func(in input) error {
		if absolute, err := filepath.Abs(in.path); err == nil && in.path != "-" {
			if seen[absolute] {
				return fmt.Errorf("%s is named twice: %w", in.path, ErrOverlap)
			}
			seen[absolute] = true
		}
		all = append(all, in)
		return nil
	}
	for _, arg := range args {
		found, err := expand(arg, stdin)
		if err != nil {
			return nil, err
		}
		for _, in := range found {
			if err := add(in); err != nil {
				return nil, err
			}
		}
	}
	return all, nil
}

func expand(arg string, stdin io.Reader) ([]input, error) {
	if arg == "-" {
		return []input{{path: "-", stdin: stdin}}, nil
	}
	info, err := os.Stat(arg)
	if err != nil && errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?[") {
		matches, globErr := filepath.Glob(arg)
		if globErr != nil {
			return nil, fmt.Errorf("%s: %w", arg, globErr)
		}
		matches = slices.DeleteFunc(matches, func(m string) bool { return !isDump(m) })
		if len(matches) == 0 {
			return nil, fmt.Errorf("%s: no dump has such a name", arg)
		}
		var all []input
		for _, match := range matches {
			all = append(all, input{path: match})
		}
		return all, nil
	}
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []input{{path: arg}}, nil
	}
	return folder(arg)
}

func folder(dir string) ([]input, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var all []input
	for _, entry := range entries {
		if !entry.IsDir() && isDump(entry.Name()) {
			all = append(all, input{path: filepath.Join(dir, entry.Name()), folder: root})
		}
	}
	if len(all) == 0 {
		root.Close()
		return nil, document.Hinted(fmt.Errorf("%s: no dumps in this folder", dir), "name files that end in .zip or .csv")
	}
	return all, nil
}

func isDump(name string) bool {
	extension := strings.ToLower(filepath.Ext(name))
	return extension == ".zip" || extension == ".csv"
}
