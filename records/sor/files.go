package sor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/lazy"
)

// File is a dump, or a part of one, that was counted.
type File struct {
	Name string `json:"name"`
	// Day, Slug, Version and Part are read from the name; empty if it was changed.
	Day     string `json:"day,omitempty"`
	Slug    string `json:"slug,omitempty"`
	Version string `json:"version,omitempty"`
	Part    string `json:"part,omitempty"`
	// SHA1 is set if it was compared with the .sha1 file.
	SHA1     string `json:"sha1,omitempty"`
	Size     int64  `json:"size"`
	Rows     int64  `json:"rows"`
	Rejected int64  `json:"rejected"`
	// Light is true if any part had no column for the territory.
	Light bool `json:"light,omitempty"`
	// Unread is how many pieces could not be read and were left out; 0 where
	// reading them all was asked for.
	Unread int64 `json:"unread,omitempty"`

	firstReject string // the reason
	// onDay and offDay are how many statements were submitted on the day in the name,
	// and how many on others.
	onDay, offDay int64
}

// Add adds up what was counted of two pieces of the same file.
func (f *File) Add(piece File) {
	f.Rows += piece.Rows
	f.Rejected += piece.Rejected
	f.Unread += piece.Unread
	f.Light = f.Light || piece.Light
	f.onDay, f.offDay = f.onDay+piece.onDay, f.offDay+piece.offDay
	f.firstReject = cmp.Or(f.firstReject, piece.firstReject)
}

// countable refuses a file of which every row was rejected, and one without a
// statement of the day in its name: then something else is wrong than a row.
func (f File) countable(name string) error {
	if f.offDay > 0 && f.onDay == 0 {
		return document.Hinted(fmt.Errorf("%s: none of its %d statements was submitted on %s: %w", name, f.offDay, f.Day, ErrOtherDay), "give the file the name under which it was downloaded")
	}
	if f.Rows == 0 || f.Rejected < f.Rows {
		return nil
	}
	reason := ""
	if f.firstReject != "" {
		reason = ": " + f.firstReject
	}
	return document.Hinted(fmt.Errorf("%s: %w: all %d rows were rejected%s", name, ErrNothing, f.Rows, reason), "the file as it was downloaded")
}

// AddFile notes a file all of whose pieces were counted and merged. It is refused,
// with [ErrNothing], where every row of it was rejected.
func (a *Aggregate) AddFile(f File) error {
	if err := f.countable(f.Name); err != nil {
		return err
	}
	return a.addFile(f)
}

func (a *Aggregate) addFile(f File) error {
	a.files = append(a.files, f)
	slices.SortFunc(a.files, compareFiles)
	if len(a.files) > maxFiles {
		return fmt.Errorf("more than %d files: %w", maxFiles, ErrTooMany)
	}
	return nil
}

func compareFiles(a, b File) int {
	return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Slug, b.Slug), cmp.Compare(a.Part, b.Part),
		cmp.Compare(a.Name, b.Name), cmp.Compare(a.SHA1, b.SHA1), cmp.Compare(a.Size, b.Size),
		cmp.Compare(a.Rows, b.Rows), cmp.Compare(a.Rejected, b.Rejected), cmp.Compare(a.Version, b.Version),
		cmp.Compare(a.Unread, b.Unread))
}

// dumpName is how the Commission names dumps and their parts.
var dumpName = lazy.NewRegexp(`^sor-(.+)-(\d{4}-\d{2}-\d{2})-(full|light)(?:-(\d{5}))?(?:-(\d{5}))?(\.csv)?(\.zip)?$`)

// DumpFile is a dump that is not counted yet, with what its path and its size in
// bytes tell.
func DumpFile(path string, size int64) File {
	f := newFile(path[strings.LastIndexByte(path, '/')+1:])
	f.Size = size
	return f
}

// newFile reads what the base name of a file tells.
func newFile(base string) File {
	f := File{Name: base}
	if m := dumpName.FindStringSubmatch(base); m != nil {
		f.Slug, f.Day, f.Version, f.Part = m[1], m[2], m[3], m[4]
		if m[5] != "" {
			f.Part += "-" + m[5]
		}
	}
	return f
}

// Files returns what was counted, by day.
func (a *Aggregate) Files() []File { return slices.Clone(a.files) }

// Overlap returns an error that wraps [ErrOverlap] if two files hold the same
// statements: the same file, its full and its light version, or a platform's
// file beside the global one of the same day.
func (a *Aggregate) Overlap() error { return Overlap(a.files) }

// Overlap is [Aggregate.Overlap] of files before they are counted.
func Overlap(files []File) error {
	byDay := map[string][]File{}
	for _, f := range files {
		for _, g := range byDay[f.Day] {
			if f.overlaps(g) {
				return document.Hinted(fmt.Errorf("%s and %s: %w", g.Name, f.Name, ErrOverlap), "leave one of them out")
			}
		}
		byDay[f.Day] = append(byDay[f.Day], f)
	}
	return nil
}

func (f File) overlaps(g File) bool {
	switch {
	case f.SHA1 != "" && f.SHA1 == g.SHA1:
		return true
	case f.Day == "" || g.Day == "":
		return f.Name == g.Name && f.Name != "-" && f.Size == g.Size
	case f.Slug != g.Slug && f.Slug != "global" && g.Slug != "global":
		return false
	}
	// 00000 holds 00000-00000, and no part stands for all of them.
	return strings.HasPrefix(f.Part, g.Part) || strings.HasPrefix(g.Part, f.Part)
}

// Days returns the first and last day that was read, and the days between
// them of which there is no file; ok is false if a file name told no day.
func (a *Aggregate) Days() (first, last int32, missing []string, ok bool) {
	days := map[int32]bool{}
	first, last = 1<<31-1, -1<<31
	for _, f := range a.files {
		day, valid := ParseDay(f.Day)
		if !valid {
			return 0, 0, nil, false
		}
		days[day] = true
		first, last = min(first, day), max(last, day)
	}
	for day := first; len(days) > 0 && day <= last && len(missing) < 4000; day++ {
		if !days[day] {
			missing = append(missing, FormatDay(day))
		}
	}
	return first, last, missing, len(days) > 0
}

// Covered returns the days over which was counted: those of the files, as far
// as the filter lets them through, else those of the statements.
func (a *Aggregate) Covered() (first, last int32) {
	if first, last, _, ok := a.Days(); ok {
		return first, last
	}
	first, last = 1<<31-1, -1<<31
	for _, g := range a.groups {
		first, last = min(first, g.first), max(last, g.last)
	}
	return first, last
}
