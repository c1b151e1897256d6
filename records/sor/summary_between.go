package sor

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
)

// ErrStraddles means that statements were counted together with others that lie
// outside of the days asked for.
var ErrStraddles = errors.New("counted together with other days")

// Between returns what was counted of one platform, named as in the database or
// in the names of its files, from one day to another. Groups that reach beyond
// cannot be divided: [ErrStraddles]. Where the platform has no statement in that
// time, the error wraps [ErrNothing].
func (a *Aggregate) Between(platform string, from, to int32) (*Summary, error) {
	if a.grouping.AllPlatforms {
		return nil, document.Hinted(ErrTogether, "count the platforms apart")
	}
	found := &Summary{First: to, Last: from, Factor: 1, counts: make([]uint64, counters)}
	names := map[string]bool{}
	for _, s := range a.Summaries() {
		names[s.Platform] = true
		first, last := s.days()
		if Slug(s.Platform) != Slug(platform) || last < from || first > to {
			continue
		}
		if first < from || last > to {
			return nil, document.Hinted(fmt.Errorf("statements of %s from %s to %s were %w than %s to %s", s.Platform, FormatDay(first), FormatDay(last),
				ErrStraddles, FormatDay(from), FormatDay(to)), "count shorter periods apart")
		}
		found.Platform = s.Platform
		found.First, found.Last = min(found.First, first), max(found.Last, last)
		for i, n := range s.counts {
			found.counts[i] += n
		}
	}
	if found.Statements() == 0 {
		return nil, document.Hinted(fmt.Errorf("%w of %q from %s to %s was found", ErrNothing, platform, FormatDay(from), FormatDay(to)), "platforms were counted as "+choice(names))
	}
	return found, nil
}

// days returns the first and last day on which statements were submitted.
func (s *Summary) days() (first, last int32) {
	first, last = s.groups[0].first, s.groups[0].last
	for _, g := range s.groups {
		first, last = min(first, g.first), max(last, g.last)
	}
	return first, last
}

func choice(names map[string]bool) string {
	const most = 8
	sorted := slices.Sorted(maps.Keys(names))
	if len(sorted) > most {
		return strings.Join(sorted[:most], ", ") + " ..."
	}
	if len(sorted) == 0 {
		return "the name in the database"
	}
	return strings.Join(sorted, ", ")
}

// DaysOf returns how many days from one to another were counted of a platform:
// those of which there is a file and, where names of files tell no days, those
// from its first to its last statement.
func (a *Aggregate) DaysOf(platform string, from, to int32) int {
	days := map[int32]bool{}
	for _, f := range a.files {
		day, ok := ParseDay(f.Day)
		if !ok {
			return a.spanned(platform, from, to)
		}
		if day >= from && day <= to && (f.Slug == "global" || f.Slug == Slug(platform)) {
			days[day] = true
		}
	}
	return len(days)
}

func (a *Aggregate) spanned(platform string, from, to int32) int {
	first, last := to+1, from-1
	for key, g := range a.groups {
		if Slug(key.Platform) == Slug(platform) {
			first, last = min(first, g.first), max(last, g.last)
		}
	}
	return max(0, int(min(last, to)-max(first, from))+1)
}
