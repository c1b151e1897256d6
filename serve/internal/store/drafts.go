package store

import (
	"sync"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Drafts are copies of files in which things are tried out, one of each file. They are
// kept in memory and never written to the disk, until one takes the place of its file.
// They are safe for concurrent use.
type Drafts struct {
	folder *Folder
	mu     sync.Mutex
	open   map[string]*draft
}

type draft struct {
	base, now Version
	history   history
}

// The bounds of what is kept.
const (
	maxDrafts     = 50
	maxDraftBytes = 64 << 20
)

// NewDrafts returns copies of the files of a folder, none at first.
func NewDrafts(f *Folder) *Drafts { return &Drafts{folder: f, open: map[string]*draft{}} }

// Begin copies a file as it is now. A copy that is there already stays.
func (d *Drafts) Begin(name string) (Version, error) {
	v, err := d.folder.Read(name)
	if err != nil {
		return Version{}, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	if have := d.open[name]; have != nil {
		return have.now, nil
	}
	size := len(v.Content)
	for _, each := range d.open {
		size += len(each.now.Content)
	}
	if len(d.open) >= maxDrafts || size > maxDraftBytes {
		return Version{}, ErrTooMany
	}
	d.open[name] = &draft{base: v, now: v}
	return v, nil
}

// Has reports whether there is a copy of a file.
func (d *Drafts) Has(name string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.open[name] != nil
}

// Base returns the file as it was when the copy was made.
func (d *Drafts) Base(name string) (Version, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open[name] == nil {
		return Version{}, ErrNoDraft
	}
	return d.open[name].base, nil
}

// Read returns the copy as it is now.
func (d *Drafts) Read(name string) (Version, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open[name] == nil {
		return Version{}, ErrNoDraft
	}
	return d.open[name].now, nil
}

// Change replaces the copy by what a function makes of it, as [Folder.Change] does with
// a file.
func (d *Drafts) Change(name string, by func(now Version) ([]byte, error)) (before, after Version, err error) {
	before, err = d.Read(name)
	if err != nil {
		return Version{}, Version{}, err
	}
	content, err := by(before)
	if err != nil {
		return before, Version{}, err
	}
	if len(content) > document.MaxSize {
		return before, Version{}, ErrTooLarge
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	have := d.open[name]
	switch {
	case have == nil:
		return before, Version{}, ErrNoDraft
	case have.now.Digest != before.Digest:
		return before, Version{}, ErrChanged
	}
	have.now = versionOf(name, content)
	if have.now.Digest != before.Digest {
		have.history.add(before, have.now.Digest)
	}
	return before, have.now, nil
}

// Undo takes the last change of the copy back, if it is as it was seen, by its digest.
func (d *Drafts) Undo(name, seen string) (before, after Version, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	have := d.open[name]
	if have == nil {
		return Version{}, Version{}, ErrNoDraft
	}
	last, made := have.history.last(have.now.Digest)
	switch {
	case have.now.Digest != seen:
		return have.now, Version{}, ErrChanged
	case !made:
		return have.now, Version{}, ErrFirst
	}
	before, have.now = have.now, last.before
	have.history.drop(before)
	return before, have.now, nil
}

// Undoable reports whether the last change of the copy can be taken back.
func (d *Drafts) Undoable(v Version) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	have := d.open[v.Name]
	if have == nil {
		return false
	}
	_, made := have.history.last(v.Digest)
	return made
}

// At returns an earlier version of the copy.
func (d *Drafts) At(name, digest string) (Version, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.open[name] == nil {
		return Version{}, false
	}
	return d.open[name].history.at(digest)
}

// Keep puts the copy in the place of its file, if that is as it was when the copy was
// made, and forgets the copy. Else the error is [ErrChanged].
func (d *Drafts) Keep(name string) (before, after Version, err error) {
	d.mu.Lock()
	have := d.open[name]
	d.mu.Unlock()
	if have == nil {
		return Version{}, Version{}, ErrNoDraft
	}
	before, after, err = d.folder.Change(name, func(now Version) ([]byte, error) {
		if now.Digest != have.base.Digest {
			return nil, ErrChanged
		}
		d.mu.Lock()
		defer d.mu.Unlock()
		return have.now.Content, nil
	})
	if err == nil {
		d.kept(have, after)
	}
	return before, after, err
}

// kept forgets a copy that has taken the place of its file. One that was changed since is
// a copy of the file as it now is.
func (d *Drafts) kept(copied *draft, file Version) {
	d.mu.Lock()
	defer d.mu.Unlock()
	switch {
	case d.open[file.Name] != copied: // dropped meanwhile
	case copied.now.Digest == file.Digest:
		delete(d.open, file.Name)
	default:
		copied.base = file
	}
}

// Drop forgets the copy.
func (d *Drafts) Drop(name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.open, name)
}
