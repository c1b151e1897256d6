package sor

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// IsPartial tells a partial from a dump by its beginning: it may have any name.
// What is named like a partial is meant to be one, whether it is there or not.
func IsPartial(name string) bool { return strings.HasSuffix(name, ".partial") || beginsPartial(name) }

// beginsPartial reports whether a file begins as JSON does; no dump does.
func beginsPartial(name string) bool {
	if info, err := os.Stat(name); err != nil || !info.Mode().IsRegular() {
		return false
	}
	file, err := os.Open(name)
	if err != nil {
		return false
	}
	defer file.Close()
	var beginning [64]byte
	n, _ := io.ReadFull(file, beginning[:])
	return bytes.HasPrefix(bytes.TrimSpace(beginning[:n]), []byte("{"))
}

// MergePartials adds up partials in files; without any the sum is nil. It has
// the grouping of the first one, or the one that is given. Files that hold the
// same, or count a day that another one counts, give [ErrOverlap].
func MergePartials(names []string, grouping *Grouping) (*Aggregate, error) {
	var total *Aggregate
	seen := map[[sha256.Size]byte]string{} // what was made from standard input names no file
	for _, name := range names {
		part, sum, err := readPartialFile(name)
		if err != nil {
			return nil, err
		}
		if other, twice := seen[sum]; twice {
			return nil, document.Hinted(fmt.Errorf("%s and %s hold the same: %w", other, name, ErrOverlap), "leave one of them out")
		}
		seen[sum] = name
		if total == nil {
			if grouping == nil {
				theirs := part.Grouping()
				grouping = &theirs
			}
			total = NewAggregate(*grouping)
		}
		if err := total.Merge(part); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if total == nil {
		return nil, nil
	}
	return total, total.Overlap()
}

func readPartialFile(name string) (total *Aggregate, sum [sha256.Size]byte, err error) {
	if info, err := os.Stat(name); err != nil {
		return nil, sum, err
	} else if !info.Mode().IsRegular() {
		return nil, sum, fmt.Errorf("%s: not a regular file", name)
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, sum, err
	}
	defer file.Close()
	digest := sha256.New()
	if total, err = ReadPartial(io.TeeReader(file, digest)); err != nil {
		return nil, sum, fmt.Errorf("%s: %w", name, err)
	}
	return total, [sha256.Size]byte(digest.Sum(nil)), nil
}
