package image

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// plain has values and maps.
type plain struct {
	Value  any
	Values []any
	Map    map[string]bool
	Nil    map[string]bool
	Empty  map[string]bool
}

func (p *plain) code(c *Codec) {
	Value(c, &p.Value)
	Values(c, &p.Values)
	for _, m := range []*map[string]bool{&p.Map, &p.Nil, &p.Empty} {
		Map(c, m, c.Bool)
	}
}

func ofEverything() plain {
	return plain{
		Value: map[string]any{
			"a": nil, "b": false, "c": true, "d": "text", "e": json.Number("1.50"), "f": []any{}, "g": []any{map[string]any{}, []any(nil)},
		},
		Values: []any{json.Number("1"), "1"},
		Map:    map[string]bool{"no": false, "yes": true, "": true}, Empty: map[string]bool{},
	}
}

// TestValues: what is written is read again.
func TestValues(t *testing.T) {
	t.Parallel()
	before, after := ofEverything(), plain{}
	w := Writer()
	before.code(w)
	require.NoError(t, w.Err())
	r := Reader(string(w.Bytes()))
	after.code(r)
	require.NoError(t, r.Done())
	require.Equal(t, before, after)
}

// TestValuesRefused: what no decoder returns is not written, and what was not written
// is not read.
func TestValuesRefused(t *testing.T) {
	t.Parallel()
	w := Writer()
	number := any(1.5)
	Value(w, &number)
	require.ErrorContains(t, w.Err(), "float64")

	read := func(content string) error {
		var into any
		r := Reader(content)
		Value(r, &into)
		return r.Done()
	}
	require.ErrorContains(t, read("\x07"), "7 is not below 7")
	require.ErrorContains(t, read(strings.Repeat("\x05\x02", 100)+"\x00"), "too deep")
	require.ErrorContains(t, read("\x06\x03\x00\x01b\x00\x01a\x00\x00"), "not in order")
	require.ErrorContains(t, read("\x06\x03\x00\x01a\x01\x00\x00"), "not in order", "one key twice")
	require.ErrorContains(t, read("\x05\x70"), "ends too early")

	r := Reader("\x03123456")
	require.Equal(t, 3, r.LenOf(0, 2))
	r = Reader("\x0312345")
	require.Zero(t, r.LenOf(0, 2))
	require.ErrorContains(t, r.Err(), "ends too early")
}

// FuzzValues: no input makes a reader panic, and what it accepts it writes as it was.
func FuzzValues(f *testing.F) {
	w := Writer()
	seed := ofEverything()
	seed.code(w)
	f.Add(string(w.Bytes()))
	f.Fuzz(func(t *testing.T, content string) {
		readAgain(t, content, (*plain).code)
	})
}
