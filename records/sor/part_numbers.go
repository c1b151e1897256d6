package sor

import (
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// numbering is what is numbered without a gap: the inner archives of a dump, or
// the files of one inner archive.
type numbering struct{ dump, archive string }

// Complete checks that no numbered part is missing among the names of the files of a
// folder, where bare parts of dumps may lie. The error wraps [ErrTruncated], or
// [ErrOverlap] where a part occurs twice.
func Complete(folder string, names []string) error { return complete(folder, names, false) }

// complete checks that the parts of each dump are numbered without a gap from
// 00000: a day that lost parts would be counted as a quiet one. Files may lie in
// their inner archives, or all beside each other. Names that the Commission did
// not give are left aside.
func complete(name string, bases []string, inner bool) error {
	const once, repeated = 1, 2 // an archive, and the number of one whose files lie side by side
	numbers := map[numbering]map[string]int{}
	add := func(n numbering, number string, kind int) error {
		if numbers[n] == nil {
			numbers[n] = map[string]int{}
		}
		if met := numbers[n][number]; met == once || met != 0 && met != kind {
			return document.Hinted(fmt.Errorf("%s: part %s occurs twice: %w", name, number, ErrOverlap), "leave one of them out")
		}
		numbers[n][number] = kind
		return nil
	}
	for _, base := range bases {
		f := newFile(base)
		if f.Part == "" {
			continue
		}
		dump := f.Slug + f.Day + f.Version
		archive, file, split := strings.Cut(f.Part, "-")
		kind := once
		if split {
			kind = repeated
			if err := add(numbering{dump, archive + "-"}, file, once); err != nil {
				return err
			}
		}
		if inner { // whose own number is that of the archive
			continue
		}
		if err := add(numbering{dump, ""}, archive, kind); err != nil {
			return err
		}
	}
	for n, met := range numbers {
		for i, number := range slices.Sorted(maps.Keys(met)) {
			if want := fmt.Sprintf("%05d", i); number != want {
				return document.Hinted(fmt.Errorf("%s: part %s is missing: %w", name, n.archive+want, ErrTruncated), "download the day again")
			}
		}
	}
	return nil
}

// sameDay compares the day in the name of an archive with that of what is in it.
func sameDay(archive, entry string) error {
	outer, inner := newFile(filepath.Base(archive)), newFile(path.Base(entry))
	if outer.Day != "" && inner.Day != "" && outer.Day != inner.Day {
		return document.Hinted(fmt.Errorf("%s holds %s, which is of another day: %w", archive, inner.Name, ErrOtherDay), "download the day again")
	}
	return nil
}
