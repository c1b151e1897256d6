package same_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/same"
)

func TestOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note, report, again string
		want                []string
	}{
		{"the same in another order of members", `{"a":1,"b":[1,2]}`, `{"b":[1,2],"a":1}`, nil},
		{"numbers as they are written", `{"a":1.10}`, `{"a":1.1}`, []string{"a: 1.10 in the report, and now 1.1"}},
		{"verdicts first", `{"a":1,"obligations":[{"id":"x","open":[1],"verdict":"breach"}]}`, `{"a":2,"obligations":[{"id":"x","open":[],"verdict":"compliant"}]}`, []string{
			`obligations, x, verdict: "breach" in the report, and now "compliant"`,
			`a: 1 in the report, and now 2`,
			`obligations, x, open, 1: 1 in the report, and not there now`,
		}},
		{"by id and not by place", `{"l":[{"id":"a"},{"id":"b"}]}`, `{"l":[{"id":"b"}]}`, []string{`l, a: {"id":"a"} in the report, and not there now`}},
		{"another order", `{"l":[{"id":"a"},{"id":"b"}]}`, `{"l":[{"id":"b"},{"id":"a"}]}`, []string{`l, order: as it is in the report, and now another`}},
		{"ids that are not unique", `[{"id":"a"},{"id":"a"}]`, `[{"id":"a"},{"id":"a","x":null}]`, []string{`2, x: not in the report, and now null`}},
		{"another kind", `{"a":[]}`, `{"a":{}}`, []string{`a: [] in the report, and now {}`}},
		{"null", `{"a":null}`, `{"a":false}`, []string{`a: null in the report, and now false`}},
		{"a member more", `{}`, `{"a":"x"}`, []string{`a: not in the report, and now "x"`}},
		{"longer", `[1]`, `[1,2]`, []string{`2: not in the report, and now 2`}},
	} {
		found, err := same.Of(json.RawMessage(c.report), json.RawMessage(c.again))
		require.NoError(t, err, c.note)
		var have []string
		for _, d := range found {
			have = append(have, d.String())
		}
		require.Equal(t, c.want, have, c.note)
	}
	_, err := same.Of(json.RawMessage("{"), 1)
	require.Error(t, err)
	_, err = same.Of(1, func() {})
	require.Error(t, err)
}
