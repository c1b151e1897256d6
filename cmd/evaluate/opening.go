package main

import (
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/dsaeval/dsaeval/engine/facts"
)

// errDevice is about a device that was named as a file.
var errDevice = errors.New("this is a device, and no file; - is standard input")

// open opens a file that somebody named to be read. A device may never end, and is
// refused; a pipe is read, as a shell makes one of <(…).
func open(name string) (*os.File, error) {
	info, err := os.Stat(name) // before it is opened, which some devices take for a command
	if err != nil {
		return nil, err
	}
	if info.Mode()&fs.ModeDevice != 0 {
		return nil, &unreadable{name, errDevice}
	}
	return os.Open(name)
}

// readNamed returns what a file holds that somebody named.
func readNamed(name string) ([]byte, error) {
	file, err := open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// readDocument is readNamed for one document: of one that is longer than a document may
// be it returns so much that whoever decodes it says so.
func readDocument(name string) ([]byte, error) {
	file, err := open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, facts.MaxSize+1))
}
