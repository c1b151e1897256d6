package sor

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// The JSON of an aggregate names everything, so that a partial can be read by
// other programs and survives new values in the lists. Only the sample of
// duplicates is packed: sorted differences as varints, in base64.

const (
	partialFormat  = "dsaeval-sor-partial"
	partialVersion = 3
	// MaxPartial is the largest partial that is read, in bytes.
	MaxPartial = 24 << 20
)

type partialJSON struct {
	Format     string            `json:"format"`
	Version    int               `json:"version"`
	Grouping   Grouping          `json:"grouping"`
	Files      []File            `json:"files"`
	Groups     []groupJSON       `json:"groups"`
	Unknown    []unknownJSON     `json:"unknown_values,omitempty"`
	Duplicates partialDuplicates `json:"duplicates"`
}

type groupJSON struct {
	Platform string                       `json:"platform,omitempty"`
	Start    string                       `json:"start,omitempty"`
	Schema   Schema                       `json:"schema"`
	First    string                       `json:"first_day"`
	Last     string                       `json:"last_day"`
	Counts   map[string]map[string]uint64 `json:"counts"`
	Delays   map[string]delaysJSON        `json:"delays_days"`
}

type delaysJSON struct {
	Buckets [][2]int64 `json:"buckets,omitempty"`
	Unknown uint64     `json:"unknown,omitempty"`
	Outside uint64     `json:"outside,omitempty"`
}

type unknownJSON struct {
	Column string `json:"column"`
	Value  string `json:"value"`
	Count  uint64 `json:"count"`
}

type partialDuplicates struct {
	Level uint8  `json:"level"`
	UUIDs string `json:"uuids"`
}

// MarshalJSON writes the aggregate; equal aggregates give equal bytes.
func (a *Aggregate) MarshalJSON() ([]byte, error) {
	p := partialJSON{Format: partialFormat, Version: partialVersion, Grouping: a.grouping, Files: a.files, Groups: []groupJSON{}}
	if p.Files == nil {
		p.Files = []File{}
	}
	order := make([]uint32, len(a.keys)) // from index to place
	for place, key := range a.Keys() {
		g := a.groups[key]
		order[g.index] = uint32(place)
		p.Groups = append(p.Groups, g.json(key))
	}
	for _, u := range a.sortedUnknown()[:min(len(a.unknown), maxUnknown)] {
		p.Unknown = append(p.Unknown, unknownJSON{u.column, u.value, a.unknown[u]})
	}
	p.Duplicates = a.sample.pack(order)
	return json.Marshal(p)
}

func (g *Group) json(key Key) groupJSON {
	j := groupJSON{
		Platform: key.Platform, Schema: key.Schema, First: FormatDay(g.first), Last: FormatDay(g.last),
		Counts: map[string]map[string]uint64{}, Delays: map[string]delaysJSON{},
	}
	if key.Start != 0 {
		j.Start = FormatDay(key.Start)
	}
	for _, d := range dimensions {
		values := map[string]uint64{}
		for i, n := range d.of(g.counts) {
			if n > 0 {
				values[d.values[i]] = n
			}
		}
		if len(values) > 0 {
			j.Counts[d.name] = values
		}
	}
	for i, name := range delayNames {
		d := &g.delays[i]
		j.Delays[name] = delaysJSON{d.buckets(), d.unknown, d.outside}
	}
	return j
}

// UnmarshalJSON reads what MarshalJSON wrote. What the aggregate held before is
// lost. A partial comes from somewhere else, so nothing in it is trusted.
func (a *Aggregate) UnmarshalJSON(content []byte) error {
	var p partialJSON
	if err := json.Unmarshal(content, &p); err != nil {
		return fmt.Errorf("not a partial: %w", err)
	}
	if p.Format != partialFormat || p.Version != partialVersion {
		return hint(fmt.Errorf("not a partial of this program: format %q, version %d", shorten(p.Format, 40), p.Version),
			"make it again with --partial")
	}
	if p.Grouping.Period != All && !slices.Contains(periods, p.Grouping.Period) {
		return fmt.Errorf("unknown period %q", shorten(string(p.Grouping.Period), 40))
	}
	if len(p.Files) > maxFiles || len(p.Unknown) > maxUnknown {
		return ErrTooMany
	}
	*a = *NewAggregate(p.Grouping)
	for _, g := range p.Groups {
		if err := a.addJSON(g); err != nil {
			return fmt.Errorf("platform %q: %w", shorten(g.Platform, 60), err)
		}
	}
	for _, u := range p.Unknown {
		a.unknown[unknownValue{u.Column, u.Value}] += u.Count
	}
	a.files = p.Files
	if len(a.files) == 0 {
		a.files = nil
	}
	slices.SortFunc(a.files, compareFiles)
	if err := a.sample.unpack(p.Duplicates, uint32(len(a.keys))); err != nil {
		return err
	}
	return a.full()
}

// maxCount keeps sums of hostile counts from overflowing: nothing has as many
// statements.
const maxCount = 1 << 53

func (a *Aggregate) addJSON(j groupJSON) error {
	key := Key{Platform: j.Platform, Schema: j.Schema}
	first, ok1 := ParseDay(j.First)
	last, ok2 := ParseDay(j.Last)
	if !ok1 || !ok2 || first > last || j.Schema != V1 && j.Schema != V2 {
		return errors.New("days or schema are not valid")
	}
	if a.grouping.Period != All {
		start, ok := ParseDay(j.Start)
		if !ok || a.grouping.Period.start(start) != start {
			return fmt.Errorf("%q does not begin a %s", shorten(j.Start, 20), a.grouping.Period)
		}
		key.Start = start
	}
	if _, twice := a.groups[key]; twice {
		return errors.New("the group occurs twice")
	}
	g, err := a.group(key)
	if err != nil {
		return err
	}
	g.first, g.last = first, last
	for name, values := range j.Counts {
		i := slices.IndexFunc(dimensions, func(d *dimension) bool { return d.name == name })
		if i < 0 {
			return fmt.Errorf("unknown counts %q", shorten(name, 40))
		}
		d := dimensions[i]
		for value, n := range values {
			at := slices.Index(d.values, value)
			if at < 0 || n > maxCount {
				return fmt.Errorf("%s: unknown value %q or impossible count", name, shorten(value, 60))
			}
			g.counts[d.offset+at] = n
		}
	}
	for i, name := range delayNames {
		d := &g.delays[i]
		d.unknown, d.outside = j.Delays[name].Unknown, j.Delays[name].Outside
		for _, b := range j.Delays[name].Buckets {
			if b[0] < -maxDelay || b[0] > maxDelay || b[1] < 1 || b[1] > maxCount {
				return fmt.Errorf("%s: impossible delay", name)
			}
			if b[0] >= 0 && b[0] < nearDays {
				d.near[b[0]] = uint64(b[1])
			} else {
				a.grow(d.addFar(int32(b[0]), uint64(b[1])))
			}
		}
	}
	return a.full()
}

func (s *sample) pack(order []uint32) partialDuplicates {
	var packed []byte
	var previous uint64
	for _, entry := range s.sorted(order) {
		packed = binary.AppendUvarint(packed, (entry.id-previous)>>s.level)
		packed = binary.AppendUvarint(packed, uint64(entry.group))
		packed = binary.AppendUvarint(packed, uint64(entry.count))
		previous = entry.id
	}
	return partialDuplicates{s.level, base64.StdEncoding.EncodeToString(packed)}
}

var errDuplicates = errors.New("the list of UUIDs is damaged")

func (s *sample) unpack(p partialDuplicates, groups uint32) error {
	packed, err := base64.StdEncoding.DecodeString(p.UUIDs)
	if err != nil || p.Level > 63 {
		return errDuplicates
	}
	s.level = p.Level
	var id uint64
	for len(packed) > 0 {
		var numbers [3]uint64
		for i := range numbers {
			n := 0
			if numbers[i], n = binary.Uvarint(packed); n <= 0 {
				return errDuplicates
			}
			packed = packed[n:]
		}
		if numbers[1] >= uint64(groups) || numbers[2] < 1 || numbers[2] > 1<<31 {
			return errDuplicates
		}
		id += numbers[0] << s.level
		s.add(id, uint32(numbers[1]), uint32(numbers[2]))
	}
	return nil
}
