package sor

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/internal/document"
)

// The JSON of an aggregate names everything, so that a partial can be read by
// other programs and survives new values in the lists. Only the sample of
// duplicates is packed: sorted differences as varints, in base64. It is written
// and read one group after the other: all at once may not fit into memory.

const (
	partialFormat  = "dsaeval-sor-partial"
	partialVersion = 3
	// MaxPartial is the size in bytes of the largest partial that is written or
	// read. The limits of an aggregate let none grow to more than half of it.
	MaxPartial = 512 << 20
)

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

// MarshalJSON returns what [Aggregate.WritePartial] writes.
func (a *Aggregate) MarshalJSON() ([]byte, error) {
	var content bytes.Buffer
	err := a.WritePartial(&content)
	return content.Bytes(), err
}

// WritePartial writes the aggregate as JSON; equal aggregates give equal bytes.
func (a *Aggregate) WritePartial(out io.Writer) error {
	w := &jsonWriter{w: bufio.NewWriter(out)}
	w.text(`{"format":`).value(partialFormat).text(`,"version":`).value(partialVersion)
	w.text(`,"grouping":`).value(a.grouping)
	w.text(`,"files":[`)
	for i, f := range a.files {
		w.element(i, f)
	}
	w.text(`],"groups":[`)
	order := make([]uint32, len(a.keys)) // from index to place
	for place, key := range a.Keys() {
		g := a.groups[key]
		order[g.index] = uint32(place)
		w.element(place, g.json(key, a.grouping))
	}
	w.text(`],"unknown_values":[`)
	for i, u := range a.sortedUnknown()[:min(len(a.unknown), maxUnknown)] {
		w.element(i, unknownJSON{u.column, u.value, a.unknown[u]})
	}
	w.text(`],"duplicates":{"level":`).value(a.sample.level).text(`,"uuids":"`)
	packed := base64.NewEncoder(base64.StdEncoding, w)
	a.sample.pack(packed, order)
	packed.Close() // errors are kept in w
	return w.text(`"}}`).flush()
}

// jsonWriter writes JSON piece by piece and keeps the first error.
type jsonWriter struct {
	w    *bufio.Writer
	size int
	err  error
}

func (w *jsonWriter) Write(p []byte) (int, error) {
	if w.size += len(p); w.err == nil && w.size > MaxPartial {
		w.err = document.Hinted(fmt.Errorf("the counts are larger than the %d MiB of the largest partial: %w", MaxPartial>>20, ErrTooMany), "count longer periods or fewer platforms")
	}
	if w.err == nil {
		_, w.err = w.w.Write(p)
	}
	return len(p), w.err
}

func (w *jsonWriter) text(s string) *jsonWriter {
	_, _ = w.Write([]byte(s)) // the error is kept
	return w
}

func (w *jsonWriter) value(v any) *jsonWriter {
	content, err := json.Marshal(v)
	if w.err == nil {
		w.err = err
	}
	return w.text(string(content))
}

func (w *jsonWriter) element(i int, v any) {
	if i > 0 {
		w.text(",")
	}
	w.value(v)
}

func (w *jsonWriter) flush() error {
	if w.err == nil {
		w.err = w.w.Flush()
	}
	return w.err
}

func (g *Group) json(key Key, grouping Grouping) groupJSON {
	j := groupJSON{
		Platform: key.Platform, Schema: key.Schema, First: FormatDay(g.first), Last: FormatDay(g.last),
		Counts: map[string]map[string]uint64{}, Delays: map[string]delaysJSON{},
	}
	if grouping.Period != All {
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
		delays := delaysJSON{Unknown: d.unknown, Outside: d.outside}
		for days, n := range d.each {
			delays.Buckets = append(delays.Buckets, [2]int64{days, int64(n)})
		}
		j.Delays[name] = delays
	}
	return j
}

func (s *sample) pack(w io.Writer, order []uint32) {
	var packed []byte
	var previous uint64
	for _, entry := range s.sorted(order) {
		packed = binary.AppendUvarint(packed[:0], (entry.id-previous)>>s.level)
		packed = binary.AppendUvarint(packed, uint64(entry.group))
		packed = binary.AppendUvarint(packed, uint64(entry.count))
		_, _ = w.Write(packed) // the error is kept
		previous = entry.id
	}
}
