package sor

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// maxCount keeps sums of hostile counts from overflowing: nothing has as many
// statements.
const maxCount = 1 << 53

func (p *partialReader) group() error {
	var g groupJSON
	if err := p.value(&g, maxGroup); err != nil {
		return err
	}
	if err := p.total.addJSON(g); err != nil {
		return fmt.Errorf("platform %q: %w", shorten(g.Platform, 60), err)
	}
	return nil
}

func (p *partialReader) unknown() error {
	var u unknownJSON
	err := p.value(&u, maxOther)
	p.total.unknown[unknownValue{u.Column, u.Value}] += u.Count
	return err
}

func (p *partialReader) duplicates() error {
	var packed struct {
		Level uint8  `json:"level"`
		UUIDs []byte `json:"uuids"`
	}
	if err := p.value(&packed, maxPacked); err != nil {
		return err
	}
	return p.total.sample.unpack(packed.Level, packed.UUIDs, uint32(len(p.total.keys)))
}

func (a *Aggregate) addJSON(j groupJSON) error {
	key := Key{Platform: j.Platform, Schema: j.Schema}
	first, ok1 := ParseDay(j.First)
	last, ok2 := ParseDay(j.Last)
	if !ok1 || !ok2 || first > last || first < firstDay || last > lastDay || j.Schema != V1 && j.Schema != V2 {
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
		if err := a.addDelays(&g.delays[i], j.Delays[name]); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return a.full()
}

func (a *Aggregate) addDelays(d *Delays, j delaysJSON) error {
	d.unknown, d.outside = j.Unknown, j.Outside
	for _, b := range j.Buckets {
		switch {
		case b[0] < -maxDelay || b[0] > maxDelay || b[1] < 1 || b[1] > maxCount:
			return errors.New("impossible delay")
		case b[0] >= 0 && b[0] < nearDays:
			d.near[b[0]] = uint64(b[1])
		default:
			a.grow(d.addFar(int32(b[0]), uint64(b[1])))
		}
	}
	return nil
}

var errDuplicates = errors.New("the list of UUIDs is damaged")

func (s *sample) unpack(level uint8, packed []byte, groups uint32) error {
	if level > maxLevel {
		return errDuplicates
	}
	s.level = level
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
