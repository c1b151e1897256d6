package facts

import (
	"encoding/json"
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
)

type aboutService struct {
	Name       string   `json:"name,omitempty"`
	Categories []string `json:"categories,omitempty"`
	Terminated *bool    `json:"designation_terminated"`
}

type aboutNotices struct {
	Submitted *int64      `json:"submitted_count"`
	Lost      json.Number `json:"lost_count,omitempty"`
	Hours     *big.Int    `json:"hours,omitempty"`
}

type about struct {
	Service aboutService  `json:"service"`
	Notices *aboutNotices `json:"notices,omitempty"`
}

// TestFrom shows that Go values and files give the same facts, but for the places.
func TestFrom(t *testing.T) {
	t.Parallel()
	submitted := int64(100)
	for note, value := range map[string]any{
		"a struct": about{
			Service: aboutService{Name: "Example", Categories: []string{"hosting"}},
			Notices: &aboutNotices{Submitted: &submitted, Lost: "12", Hours: big.NewInt(5)},
		},
		"a map": map[string]any{
			"service": map[string]any{"name": "Example", "categories": []string{"hosting"}, "designation_terminated": nil},
			"notices": map[string]any{"submitted_count": 100, "lost_count": uint8(12), "hours": 5.0},
		},
	} {
		t.Run(note, func(t *testing.T) {
			t.Parallel()
			f, err := smallSchema(t).From("example", value)
			require.NoError(t, err)
			want := load(t, "x.yaml", "service: {name: Example, categories: [hosting]}\nnotices: {submitted_count: 100, lost_count: 12, hours: 5}\n")
			require.Equal(t, want.Value(), f.Value())
			require.Equal(t, want.Unknowns(), f.Unknowns())
			require.Equal(t, "example", f.Name())
			lost, ok := f.At("/notices/lost_count")
			require.True(t, ok)
			require.Equal(t, Position{}, lost.Position)
		})
	}
}

// TestFromIsExact shows that no number is changed on the way.
func TestFromIsExact(t *testing.T) {
	t.Parallel()
	for text, value := range map[string]any{
		"9007199254740993": int64(9007199254740993),
		"0.1":              0.1,
		"9999.99999999999": json.Number("9999.99999999999"),
	} {
		field := "hours"
		if text == "9007199254740993" {
			field = "submitted_count"
		}
		f, err := smallSchema(t).From("example", map[string]any{"service": nil, "notices": map[string]any{field: value}})
		require.NoError(t, err)
		n, _ := f.At("/notices/" + field)
		require.Equal(t, text, n.Text)
	}
}

// TestFromRefuses shows what is told about values that cannot be facts.
func TestFromRefuses(t *testing.T) {
	t.Parallel()
	type plain struct {
		Service struct {
			Terminated bool `json:"designation_terminated"`
		} `json:"service"`
	}
	for _, c := range []struct {
		note  string
		value any
		want  string
	}{
		{"nothing", nil, "example: the document is null; expected an object"},
		{"an unknown name", map[string]any{"service": map[string]any{"nme": "x"}}, "example: unknown key service.nme\n    hint: did you mean name?"},
		{
			"a contradiction",
			map[string]any{"service": nil, "notices": map[string]any{"submitted_count": 5, "lost_count": 6}},
			"example: notices.lost_count is 6, more than the 5 of notices.submitted_count\n",
		},
		{"no number", map[string]any{"notices": map[string]any{"hours": math.NaN()}}, "example: a number must be finite; it is NaN"},
		{"no data", map[string]any{"notices": func() {}}, "example: the value has no form in JSON"},
		{"a flag that is never unknown", plain{}, "Terminated cannot say that a fact is not known: its zero would be one\n    hint: make it a pointer"},
		{"the same in a list", map[string]any{"x": []any{&plain{}}}, "Terminated cannot say"},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			f, err := smallSchema(t).From("example", c.value)
			require.ErrorAs(t, err, new(Problems))
			require.ErrorContains(t, err, c.want)
			require.Nil(t, f)
		})
	}
}

// TestFromClaims shows that who established a fact is found although nothing has a
// place: a flag that somebody wrote is not taken for one that its date implies.
func TestFromClaims(t *testing.T) {
	t.Parallel()
	value := map[string]any{
		"service":    map[string]any{"designation_terminated": true, "termination_notified_on": "2024-01-01"},
		"sources":    map[string]any{"a": map[string]any{"title": "A"}, "b": map[string]any{"title": "B"}},
		"provenance": map[string]any{"/service/designation_terminated": []string{"a"}, "/service/termination_notified_on": []string{"b"}},
	}
	f, err := smallSchema(t).From("example", value)
	require.NoError(t, err)
	require.Equal(t, []string{"a"}, f.Sources("/service/designation_terminated"))
	implied, err := f.Without("/service/designation_terminated")
	require.NoError(t, err)
	require.Equal(t, []string{"b"}, implied.Sources("/service/designation_terminated"))
}
