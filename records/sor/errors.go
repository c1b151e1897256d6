package sor

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Errors that callers may want to tell apart. All are wrapped with the name of
// the file.
var (
	// ErrChecksum: the file is not the one that its .sha1 describes.
	ErrChecksum = errors.New("the checksum does not match")
	// ErrTruncated: the file, or the day, ends too early.
	ErrTruncated = errors.New("truncated")
	// ErrTooLarge: the file unpacks to more than any dump does.
	ErrTooLarge = errors.New("unpacks to more than a dump can hold")
	// ErrUnsafeName: a name in an archive leads out of it.
	ErrUnsafeName = errors.New("unsafe name")
	// ErrTooMany: the groups asked for would not fit into memory.
	ErrTooMany = errors.New("too many groups")
	// ErrOverlap: statements would be counted twice.
	ErrOverlap = errors.New("statements would be counted twice")
	// ErrOtherDay: an archive does not hold what its name says.
	ErrOtherDay = errors.New("the name is wrong")
	// ErrTogether: the platforms were not counted apart.
	ErrTogether = errors.New("all platforms were counted together")
	// ErrResume: the files are not those that the interrupted run counted.
	ErrResume = errors.New("the run cannot be resumed")
	// ErrNothing: no statement was left to count.
	ErrNothing = errors.New("no statement of reasons")
)

// lacking says which columns the first line of a file lacks.
func lacking(line string, missing []string) error {
	slices.Sort(missing)
	if len(missing) > 5 {
		return fmt.Errorf("the first line is no header of a dump of statements of reasons: %q", shorten(line, 60))
	}
	return errors.New("the header lacks " + strings.Join(missing, ", "))
}
