package same_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/same"
)

// FuzzOf shows that no difference is overlooked and none is made up: two documents have
// none exactly where they hold the same.
func FuzzOf(f *testing.F) {
	for _, seed := range [][2]string{
		{`{"a":[{"id":"x","v":1},{"id":"y"}]}`, `{"a":[{"id":"y"},{"id":"x","v":1}]}`},
		{`[{"id":"a"},{"id":"a"}]`, `[{"id":"a"},{"id":"a","x":null}]`},
		{`[{"id":"a"},{"id":"b"},{"id":"c"}]`, `[{"id":"c"},{"id":"a"}]`},
		{`{"a":1.0}`, `{"a":1}`},
		{`[[],{}]`, `[{},[]]`},
		{`[{"file":"f","sha256":"1"}]`, `[]`},
		{`null`, `{}`},
	} {
		f.Add([]byte(seed[0]), []byte(seed[1]))
	}
	read := func(content []byte) (value any, ok bool) {
		decoder := json.NewDecoder(bytes.NewReader(content))
		decoder.UseNumber()
		err := decoder.Decode(&value)
		return value, err == nil && json.Valid(content)
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		one, ok := read(a)
		other, both := read(b)
		if !ok || !both {
			return
		}
		found, err := same.Of(json.RawMessage(a), json.RawMessage(b))
		require.NoError(t, err)
		require.Equal(t, reflect.DeepEqual(one, other), len(found) == 0, "%v", found)
		mirrored, err := same.Of(json.RawMessage(b), json.RawMessage(a))
		require.NoError(t, err)
		require.Equal(t, len(found) == 0, len(mirrored) == 0)
	})
}
