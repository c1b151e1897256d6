package main

import (
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/schemas"
)

// TestConfigKeys checks that every flag can stand in evaluate.yaml and every key
// is a flag, so that neither is forgotten.
func TestConfigKeys(t *testing.T) {
	t.Parallel()
	schema, err := schemas.Other("config")
	require.NoError(t, err)
	keys := slices.Sorted(maps.Keys(schema["properties"].(map[string]any)))
	want := []string{"facts"} // the arguments
	newRoot().Flags().VisitAll(func(f *pflag.Flag) {
		if !notConfigurable(f.Name) {
			want = append(want, f.Name)
		}
	})
	slices.Sort(want)
	require.Equal(t, want, keys)
}

// FuzzConfig shows that every configuration is read or refused, and that none
// writes outside its directory.
func FuzzConfig(f *testing.F) {
	f.Add([]byte("facts: [a]\nfail-on: breach > 0\noutput: [text, json=out/report.json]\nas-of: 2025-01-01\n"))
	f.Add([]byte("output: [json=../x, sarif=/etc/passwd, text=]\n"))
	f.Add([]byte("{\"only\": [\"a,b\", \"\\\"\"], \"baseline\": null}"))
	schema, err := configSchema()
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, content []byte) {
		root, err := schema.Document("evaluate.yaml", content)
		if err != nil {
			require.ErrorAs(t, err, new(facts.Problems))
			return
		}
		c := configuration{used: &report.File{File: "evaluate.yaml"}}
		cmd := newRoot()
		cmd.SetErr(io.Discard)
		flags := cmd.Flags()
		if _, err := c.set(cmd, serving{facts: true}, "testdata", root, nil); err != nil {
			require.ErrorAs(t, err, new(facts.Problems))
			return
		}
		outputs, err := flags.GetStringArray("output")
		require.NoError(t, err)
		for _, o := range outputs {
			if _, file, found := strings.Cut(o, "="); found {
				require.True(t, file == "testdata" || strings.HasPrefix(file, "testdata/"), o)
			}
		}
	})
}
