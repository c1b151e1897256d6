package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
)

// Version is the content of a file at one time.
type Version struct {
	Name    string // below the folder, with slashes
	Content []byte // must not be changed
	Digest  string // SHA-256 of the content in hexadecimal
}

func versionOf(name string, content []byte) Version {
	sum := sha256.Sum256(content)
	return Version{Name: name, Content: content, Digest: hex.EncodeToString(sum[:])}
}

// The errors, to be told apart with errors.Is. None of them holds a path of the machine.
var (
	// ErrNoFile: there is no such file of facts in the folder. Returned by all methods
	// that take a name.
	ErrNoFile = errors.New("there is no such file of facts in this folder")
	// ErrExists: a file that was to be begun is there already. Returned by [Folder.Create].
	ErrExists = errors.New("a file of this name is already there")
	// ErrName: a name is none of a file of facts. Returned by [Folder.Create].
	ErrName = errors.New("the name of a file of facts is facts.yaml or ends in .facts.yaml, without blanks or folders that are not there")
	// ErrChanged: the file has changed on the disk between reading and writing, or since
	// what is to be taken back; nothing was written.
	ErrChanged = errors.New("the file has changed on the disk meanwhile; nothing was written")
	// ErrFirst: there is nothing to take back. Returned by Undo.
	ErrFirst = errors.New("there is nothing to take back")
	// ErrTooLarge: the content is larger than a file of facts can be.
	ErrTooLarge = errors.New("the file is larger than a file of facts can be")
	// ErrNoDraft: there is no copy of the file. Returned by the methods of [Drafts].
	ErrNoDraft = errors.New("there is no copy of this file to try things out in")
	// ErrTooMany: too many copies are kept already. Returned by [Drafts.Begin].
	ErrTooMany = errors.New("too many copies are kept already; drop one first")
)

// NewVersion is a content that a file could have.
func NewVersion(name string, content []byte) Version { return versionOf(name, content) }
