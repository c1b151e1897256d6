package policy

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/golden"
	"github.com/dsaeval/dsaeval/internal/image"
	"github.com/dsaeval/dsaeval/internal/kleene"
	"github.com/dsaeval/dsaeval/internal/rules"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

//go:generate go test -run TestBuiltinImage . -update

// TestBuiltinImage: the image is what loading the policies gives. Its sources are
// the rules, their data and the schema of facts: a change of any of them changes it,
// or changes nothing that is judged.
func TestBuiltinImage(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	loaded, err := load(t.Context(), Options{Facts: bundle, Sources: []Source{{Name: "policies", FS: policies.FS()}}})
	require.NoError(t, err)
	content, err := loaded.Image()
	require.NoError(t, err, "a built-in rule that cannot be lowered")
	if *golden.Update {
		require.NoError(t, os.WriteFile("builtin.image", content, 0o644))
		builtin = string(content)
	}
	require.True(t, string(content) == builtin, "builtin.image is out of date: %s", golden.Stale)

	relations, err := facts.NewRelations(bundle)
	require.NoError(t, err)
	read, err := Builtin(relations, nil, nil)
	require.NoError(t, err)
	require.Equal(t, loaded.SHA256(), read.SHA256())
	require.Equal(t, loaded.obligations, read.obligations)
	require.Equal(t, loaded.parameters, read.parameters)
	ours, theirs := read.lowered(), loaded.lowered()
	require.Equal(t, theirs.Program.Slots, ours.Program.Slots)
	require.Equal(t, theirs.Program.Relations, ours.Program.Relations)
	require.Equal(t, theirs.Program.Terms, ours.Program.Terms)
	require.Equal(t, theirs.Program.Conds, ours.Program.Conds)
	require.Equal(t, theirs.Roots, ours.Roots)
	for name := range theirs.Roots {
		require.Equal(t, theirs.Reads(name), ours.Reads(name), name)
	}
}

// FuzzImage: no content makes the reader panic or fill the memory, and what it
// accepts it writes again.
func FuzzImage(f *testing.F) {
	content, err := image.Open(imageVersion, builtin)
	require.NoError(f, err)
	// The seed is a small set without a program, since few mutations of a large one are
	// read far, and what is interesting of it takes minutes to make smaller;
	// internal/kleene fuzzes programs.
	read, err := readImage(builtin)
	require.NoError(f, err)
	small := &Set{digest: read.digest, obligations: read.obligations[:1], parameters: parameterSet{
		law: firstOf(read.parameters.law), parameters: firstOf(read.parameters.parameters), readings: firstOf(read.parameters.readings),
	}}
	w := image.Writer()
	small.code(w, &rules.Lowered{Program: kleene.NewBuilder().Program(), Roots: map[string]kleene.Root{}})
	require.NoError(f, w.Err())
	f.Add(w.Bytes())
	f.Add([]byte(content[:100]))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, content []byte) {
		set, err := readImage(string(image.Seal(imageVersion, content)))
		if err != nil {
			return
		}
		again, err := set.Image()
		require.NoError(t, err)
		_, err = readImage(string(again))
		require.NoError(t, err)
	})
}

// firstOf returns a map with one of the entries of another.
func firstOf[V any](m map[string]V) map[string]V {
	first := sortedKeys(m)[0]
	return map[string]V{first: m[first]}
}
