package facts

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
)

// BenchmarkValidate compares what a document that is in order costs with the quick
// check and with the validator, which needs plain Go values.
func BenchmarkValidate(b *testing.B) {
	schema := realSchema(b)
	validator, err := schema.validator()
	require.NoError(b, err)
	paths, roots := givenDocuments(b)
	byName := map[string]*Node{"every fact": document.NodeOf(everyFact(schema.root))}
	for i, path := range paths {
		if path == "../../fixtures/cases/instagram-2023-06/facts.yaml" {
			byName["Instagram"] = roots[i]
		}
	}
	require.Len(b, byName, 2)
	for name, root := range byName {
		b.Run(name+"/check", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				require.True(b, schema.checker.Accepts(root))
			}
		})
		b.Run(name+"/validator", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				require.NoError(b, validator.Validate(root.Value()))
			}
		})
	}
}

// BenchmarkNewSchema is what a start of the program pays for the schema: to read the
// image of the built-in one, to compile one with the quick check, and with the validator.
func BenchmarkNewSchema(b *testing.B) {
	bundle := realSchema(b).bundle()
	b.Run("image", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _, err := readImage(builtin, parseBuiltin)
			require.NoError(b, err)
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			_, err := NewSchema(bundle)
			require.NoError(b, err)
		}
	})
	b.Run("validator", func(b *testing.B) {
		for b.Loop() {
			_, err := compile(bundle)
			require.NoError(b, err)
		}
	})
}
