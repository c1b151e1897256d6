package sor

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Limits on what one aggregate holds. They are far above what the database has
// (some 120 platforms, 38 years of dates), and low enough that neither a long
// folder grouped by day nor a hostile file exceeds 256 MiB.
const (
	maxGroups  = 1 << 12
	maxFar     = 1_300_000 // some 70 platforms with content from 2000 on
	maxUnknown = 256
	maxFiles   = 1 << 16
)

// Key names a group of statements that are counted together.
type Key struct {
	// Platform is "" where all platforms are counted together.
	Platform string
	// Start is the first day of the period, 0 where there is only one period.
	Start int32
	// Schema is the version of the database's schema.
	Schema Schema
}

func compareKeys(a, b Key) int {
	return cmp.Or(cmp.Compare(a.Platform, b.Platform), cmp.Compare(a.Start, b.Start), cmp.Compare(a.Schema, b.Schema))
}

// Group holds the counts of one group.
type Group struct {
	counts      []uint64
	first, last int32 // days of submission
	delays      [delayKinds]Delays
	index       uint32 // in the sample of duplicates
}

// Kinds of delay.
const (
	// ContentToApplication is from the posting of the content to the restriction.
	ContentToApplication = iota
	// ApplicationToSubmission is from the restriction to the database.
	ApplicationToSubmission
	// ContentToSubmission is from the posting to the database.
	ContentToSubmission
	delayKinds
)

var delayNames = [delayKinds]string{"content_to_application", "application_to_submission", "content_to_submission"}

// Aggregate is what was counted so far. Its size depends on the number of
// groups, never on that of rows. Adding rows to several aggregates and merging
// those, in any order and combination, gives the same as adding all rows to
// one; so parts of the record can be counted anywhere.
type Aggregate struct {
	grouping Grouping
	groups   map[Key]*Group
	keys     []Key // by index
	files    []File
	unknown  map[unknownValue]uint64
	sample   sample
	far      int
}

// NewAggregate returns an empty aggregate.
func NewAggregate(grouping Grouping) *Aggregate {
	return &Aggregate{
		grouping: grouping,
		groups:   map[Key]*Group{},
		unknown:  map[unknownValue]uint64{},
		sample:   newSample(),
	}
}

// Grouping returns what the aggregate was made with.
func (a *Aggregate) Grouping() Grouping { return a.grouping }

// Add counts a row. The error wraps [ErrTooMany].
func (a *Aggregate) Add(row *Row) error {
	key := Key{Start: a.grouping.Period.start(row.Created()), Schema: row.Schema}
	if !a.grouping.AllPlatforms {
		key.Platform = row.Platform
	}
	g, err := a.group(key)
	if err != nil {
		return err
	}
	row.count(g.counts)
	g.first, g.last = min(g.first, row.Created()), max(g.last, row.Created())
	content, applied := row.days[fieldContentDate], row.days[fieldApplied]
	grew := g.delays[ContentToApplication].add(content, applied)
	a.grow(grew)
	a.grow(g.delays[ApplicationToSubmission].add(applied, row.Created()))
	a.grow(g.delays[ContentToSubmission].add(content, row.Created()))
	a.sample.add(row.id, g.index, 1)
	return a.full()
}

func (a *Aggregate) grow(grew bool) {
	if grew {
		a.far++
	}
}

func (a *Aggregate) full() error {
	if a.far > maxFar {
		return document.Hinted(fmt.Errorf("more than %d different delays: %w", maxFar, ErrTooMany),
			"count fewer platforms or days at a time, or longer periods where they are counted apart")
	}
	return nil
}

func (a *Aggregate) group(key Key) (*Group, error) {
	if g, ok := a.groups[key]; ok {
		return g, nil
	}
	if len(a.groups) >= maxGroups {
		return nil, document.Hinted(fmt.Errorf("more than %d platforms and periods: %w", maxGroups, ErrTooMany),
			"count longer periods, or fewer platforms or days at a time")
	}
	g := &Group{counts: make([]uint64, counters), first: 1<<31 - 1, last: -1 << 31, index: uint32(len(a.keys))}
	a.groups[key] = g
	a.keys = append(a.keys, key)
	return g, nil
}

// AddUnknown notes a value that is not in the lists of the database.
func (a *Aggregate) AddUnknown(column, value string) {
	a.unknown[unknownValue{column, value}]++
	a.trimUnknown(2 * maxUnknown)
}

// trimUnknown keeps the names that come first in the alphabet. A name that is
// dropped can never come back, so that the counts of the others stay complete
// and the result does not depend on the order of the rows.
func (a *Aggregate) trimUnknown(limit int) {
	if len(a.unknown) <= limit {
		return
	}
	for _, u := range a.sortedUnknown()[maxUnknown:] {
		delete(a.unknown, u)
	}
}

func (a *Aggregate) sortedUnknown() []unknownValue {
	return slices.SortedFunc(maps.Keys(a.unknown), func(a, b unknownValue) int {
		return cmp.Or(cmp.Compare(a.column, b.column), cmp.Compare(a.value, b.value))
	})
}

// Merge adds what another aggregate counted, which stays as it is. It fails if
// the two group differently or if the result would be too large; then the
// receiver must not be used any more.
func (a *Aggregate) Merge(b *Aggregate) error {
	if a.grouping != b.grouping {
		return fmt.Errorf("one part is grouped by %s, the other by %s", a.grouping, b.grouping)
	}
	index := make([]uint32, len(b.keys))
	for i, key := range b.keys {
		other := b.groups[key]
		g, err := a.group(key)
		if err != nil {
			return err
		}
		index[i] = g.index
		for i, n := range other.counts {
			g.counts[i] += n
		}
		g.first, g.last = min(g.first, other.first), max(g.last, other.last)
		for i := range g.delays {
			a.far += g.delays[i].merge(&other.delays[i])
		}
	}
	if b.sample.level > a.sample.level {
		a.sample.raise(b.sample.level)
	}
	for _, entry := range b.sample.slots {
		if entry.count > 0 {
			a.sample.add(entry.id, index[entry.group], entry.count)
		}
	}
	for u, n := range b.unknown {
		a.unknown[u] += n
	}
	a.trimUnknown(maxUnknown)
	a.files = append(a.files, b.files...)
	slices.SortFunc(a.files, compareFiles)
	if len(a.files) > maxFiles {
		return fmt.Errorf("more than %d files: %w", maxFiles, ErrTooMany)
	}
	return a.full()
}

// String returns the grouping in the words of --group-by.
func (g Grouping) String() string {
	switch {
	case g.AllPlatforms && g.Period == All:
		return "none"
	case g.AllPlatforms:
		return string(g.Period)
	case g.Period == All:
		return "platform"
	}
	return "platform," + string(g.Period)
}

// Keys returns the groups in order.
func (a *Aggregate) Keys() []Key { return slices.SortedFunc(maps.Keys(a.groups), compareKeys) }

// Statements returns how many rows were counted.
func (a *Aggregate) Statements() uint64 {
	var n uint64
	for _, g := range a.groups {
		n += g.counts[isStatement]
	}
	return n
}

// Duplicates returns how many rows repeat the UUID of another row of the same
// group, and the factor by which those that were found were multiplied: 1 if
// the number is exact, else 2, 4, 8 ...
func (a *Aggregate) Duplicates() (perGroup map[Key]uint64, factor uint64) {
	perGroup = map[Key]uint64{}
	for _, entry := range a.sample.slots {
		if entry.count > 1 {
			perGroup[a.keys[entry.group]] += uint64(entry.count-1) << a.sample.level
		}
	}
	return perGroup, 1 << a.sample.level
}
