package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// expand turns arguments into files: a directory stands for every fact file
// below it, in the order of their paths.
func expand(args []string, notes io.Writer) ([]string, error) {
	var files []string
	for _, arg := range args {
		if arg == "-" {
			files = append(files, arg)
			continue
		}
		info, err := os.Stat(arg)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, arg)
			continue
		}
		found, err := factFiles(arg, notes)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, document.Hinted(fmt.Errorf("%s: no fact files below this directory", arg), "call them facts.yaml, facts.json or NAME.facts.yaml, or name the files")
		}
		files = append(files, found...)
	}
	return files, nil
}

// factFiles finds the files of facts below a directory. What is called like one and
// is none, such as a pipe that nobody may ever write to, is left out and told.
func factFiles(dir string, notes io.Writer) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !isFactFile(entry.Name()) {
			return err
		}
		info, err := os.Stat(path)
		if err == nil && !info.Mode().IsRegular() {
			fmt.Fprintf(notes, "note: %s is no ordinary file and is left out\n", writing.OneLine(filepath.ToSlash(path)))
			return nil
		}
		files = append(files, path)
		return nil
	})
	slices.Sort(files)
	return files, err
}

func isFactFile(name string) bool {
	extension := filepath.Ext(name)
	stem := strings.TrimSuffix(name, extension)
	return slices.Contains([]string{".json", ".yaml", ".yml", ".ndjson", ".jsonl"}, extension) &&
		(stem == "facts" || strings.HasSuffix(stem, ".facts"))
}

// unreadable is a file that cannot be read, as opposed to one that holds no good facts.
type unreadable struct {
	file string
	err  error
}

func (u *unreadable) Error() string { return u.file + ": " + u.err.Error() }
func (u *unreadable) Unwrap() error { return u.err }

// streamReader reads documents of facts one after the other: an engine, or a schema.
type streamReader interface {
	Documents(name string, r io.Reader) iter.Seq2[*facts.Facts, error]
}

// readStream yields the documents of a file.
func readStream(by streamReader, name string, stdin io.Reader) iter.Seq2[*facts.Facts, error] {
	if name == "-" {
		return by.Documents(name, stdin)
	}
	return func(yield func(*facts.Facts, error) bool) {
		name := filepath.ToSlash(name)
		file, err := open(name)
		if err != nil {
			if !errors.As(err, new(*unreadable)) {
				err = &unreadable{name, err}
			}
			yield(nil, err)
			return
		}
		defer file.Close()
		for f, err := range by.Documents(name, file) {
			if _, invalid := asProblems(err); err != nil && !invalid {
				err = &unreadable{name, err}
			}
			if !yield(f, err) {
				return
			}
		}
	}
}

// documentsOf yields the documents of files, of which no more than one is held. What is
// wrong with them is added to a list, to be told of together in the end, and the
// others come all the same, to be checked; without a list it is yielded.
func documentsOf(by streamReader, files []string, stdin io.Reader, wrong *facts.Problems) iter.Seq2[*facts.Facts, error] {
	return func(yield func(*facts.Facts, error) bool) {
		for _, file := range files {
			for f, err := range readStream(by, file, stdin) {
				if problems, invalid := asProblems(err); invalid && wrong != nil {
					if *wrong = append(*wrong, problems...); len(*wrong) > maxProblems {
						return
					}
					continue
				}
				if !yield(f, err) {
					return
				}
			}
		}
	}
}

// eachOf does something with each document of files, one after the other. Once one is
// wrong the others are only checked, and what is wrong with any is the error.
func eachOf(by streamReader, files []string, stdin io.Reader, do func(*facts.Facts) error) error {
	var wrong facts.Problems
	for document, err := range documentsOf(by, files, stdin, &wrong) {
		if err == nil && len(wrong) == 0 {
			err = do(document)
		}
		if err != nil {
			return err
		}
	}
	return wrong.Sorted().Err()
}

// maxProblems is how many problems are collected before the rest is not read.
const maxProblems = 1000

// readAll reads the documents of all arguments. What is wrong in any of them
// is reported together.
func readAll(by streamReader, args []string, stdin io.Reader, notes io.Writer) ([]*facts.Facts, error) {
	files, err := expand(args, notes)
	if err != nil {
		return nil, err
	}
	var all []*facts.Facts
	err = eachOf(by, files, stdin, func(document *facts.Facts) error {
		all = append(all, document)
		return nil
	})
	return all, err
}

func asProblems(err error) (facts.Problems, bool) {
	var problems facts.Problems
	return problems, errors.As(err, &problems)
}
