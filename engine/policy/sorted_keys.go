package policy

import (
	"cmp"
	"maps"
	"slices"
)

// sortedKeys gives maps an order, so that the same input gives the same bytes.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	return slices.Sorted(maps.Keys(m))
}
