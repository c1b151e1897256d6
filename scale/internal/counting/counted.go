package counting

import (
	"encoding/json"
	"errors"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/dsaeval/dsaeval/records/sor"
)

// Counted is what was counted of pieces of one dump or, once files are noted in it, of
// several. It travels packed and is unpacked where it is merged: Beam encodes the
// first elements of each collection in each bundle merely to learn their size, and
// packing a sample of half a million UUIDs each time costs more than counting.
type Counted struct{ *state }

type state struct {
	file   sor.File // rows, rejected rows and so on, of the pieces
	pieces int

	total  *sor.Aggregate // nil while it is packed
	packed []byte         // nil when it has changed
}

func newCounted(total *sor.Aggregate, file sor.File) Counted {
	return Counted{&state{file: file, pieces: 1, total: total}}
}

// header is what goes before the aggregate.
type header struct {
	File   sor.File
	Pieces int
}

var errCounted = errors.New("not what another worker counted")

func encodeCounted(c Counted) ([]byte, error) {
	if c.packed != nil {
		return c.packed, nil
	}
	content, err := json.Marshal(header{c.file, c.pieces})
	if err != nil {
		return nil, err
	}
	content = append(content, 0) // which JSON has none of
	c.packed, err = c.total.AppendBinary(content)
	return c.packed, err
}

func decodeCounted(packed []byte) (Counted, error) {
	content, _ := splitCounted(packed)
	var h header
	if err := json.Unmarshal(content, &h); err != nil {
		return Counted{}, errors.Join(errCounted, err)
	}
	return Counted{&state{file: h.File, pieces: h.Pieces, packed: packed}}, nil
}

func splitCounted(packed []byte) (header, aggregate []byte) {
	for i, b := range packed {
		if b == 0 {
			return packed[:i], packed[i+1:]
		}
	}
	return nil, nil
}

// aggregate returns the counts, unpacked.
func (c Counted) aggregate() (*sor.Aggregate, error) {
	if c.total == nil {
		_, packed := splitCounted(c.packed)
		var total sor.Aggregate
		if err := total.UnmarshalBinary(packed); err != nil {
			return nil, err
		}
		c.total = &total
	}
	return c.total, nil
}

// merge adds other counts, which stay as they are.
func (c Counted) merge(other Counted) error {
	total, err := c.aggregate()
	if err != nil {
		return err
	}
	theirs, err := other.aggregate()
	if err != nil {
		return err
	}
	c.packed = nil
	if other.packed != nil {
		other.total = nil // two forms of it would take twice the memory
	}
	c.file.Add(other.file)
	c.pieces += other.pieces
	return total.Merge(theirs)
}

// mergeFn combines what was counted.
type mergeFn struct{}

// MergeAccumulators adds b to a.
func (*mergeFn) MergeAccumulators(a, b Counted) (Counted, error) { return a, a.merge(b) }

func init() {
	beam.RegisterCoder(reflect.TypeFor[Counted](), encodeCounted, decodeCounted)
}
