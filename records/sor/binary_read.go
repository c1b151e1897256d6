package sor

import (
	"encoding/binary"
	"encoding/json"
	"errors"
)

// UnmarshalBinary reads what [Aggregate.MarshalBinary] wrote. What the aggregate
// held before is lost.
func (a *Aggregate) UnmarshalBinary(content []byte) error {
	b := &binaryReader{rest: content}
	if b.byte() != binaryVersion || b.number(1<<32) != uint64(counters) {
		return errBinary
	}
	var h binaryHeader
	if err := json.Unmarshal(b.bytes(), &h); err != nil {
		return errors.Join(errBinary, err)
	}
	read := NewAggregate(h.Grouping)
	read.files = h.Files
	for _, u := range h.Unknown {
		read.unknown[unknownValue{u.Column, u.Value}] = u.Count
	}
	for range b.number(maxGroups) {
		if err := read.binaryGroup(b); err != nil {
			return err
		}
	}
	read.sample.level = b.byte()
	n := b.number(MaxSample)
	if b.wrong || read.sample.level > maxLevel {
		return errBinary
	}
	size := 64
	for size < 2*int(n)+2 {
		size *= 2
	}
	read.sample.rebuild(size)
	for range n {
		id, group, count := b.fixed(), b.number(uint64(len(read.keys))), b.number(1<<32-1)
		if b.wrong || group == uint64(len(read.keys)) || count == 0 || !read.sample.wants(id) {
			return errBinary
		}
		read.sample.add(id, uint32(group), uint32(count))
	}
	if b.wrong || len(b.rest) > 0 {
		return errBinary
	}
	*a = *read
	return read.full()
}

var errBinary = errors.New("not what another worker of the same build counted")

func (a *Aggregate) binaryGroup(b *binaryReader) error {
	key := Key{Platform: string(b.bytes()), Start: b.day(), Schema: Schema(b.byte())}
	g, err := a.group(key)
	if err != nil {
		return err
	}
	g.first, g.last = b.day(), b.day()
	end := uint64(counters)
	for i := b.number(end); i < end && !b.wrong; i = b.number(end) {
		g.counts[i] = b.number(maxCount)
	}
	for i := range g.delays {
		d := &g.delays[i]
		d.unknown, d.outside = b.number(maxCount), b.number(maxCount)
		for n := b.number(maxCount); n > 0 && !b.wrong; n = b.number(maxCount) {
			days := b.signed()
			switch {
			case days < -maxDelay || days > maxDelay:
				return errBinary
			case days >= 0 && days < nearDays:
				d.near[days] = n
			default:
				a.grow(d.addFar(int32(days), n))
			}
		}
	}
	if b.wrong {
		return errBinary
	}
	return a.full()
}

// binaryReader takes values off the front of what is left, and zero once something
// was wrong.
type binaryReader struct {
	rest  []byte
	wrong bool
}

func (b *binaryReader) take(n int) []byte {
	if n < 0 || n > len(b.rest) {
		b.wrong, b.rest = true, nil
		return nil
	}
	taken := b.rest[:n]
	b.rest = b.rest[n:]
	return taken
}

func (b *binaryReader) byte() byte {
	if taken := b.take(1); taken != nil {
		return taken[0]
	}
	return 0
}

func (b *binaryReader) bytes() []byte { return b.take(int(b.number(maxBinary))) }

func (b *binaryReader) fixed() uint64 {
	if taken := b.take(8); taken != nil {
		return binary.LittleEndian.Uint64(taken)
	}
	return 0
}

// number returns a number that is at most as large as given.
func (b *binaryReader) number(most uint64) uint64 {
	n, size := binary.Uvarint(b.rest)
	if b.take(size); size <= 0 || n > most {
		b.wrong = true
	}
	if b.wrong {
		return 0
	}
	return n
}

func (b *binaryReader) signed() int64 {
	n, size := binary.Varint(b.rest)
	if b.take(size); size <= 0 || b.wrong {
		b.wrong = true
		return 0
	}
	return n
}

func (b *binaryReader) day() int32 { return int32(b.signed()) }
