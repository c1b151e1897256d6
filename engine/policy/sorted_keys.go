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

// unique sorts a list in place and returns it with each text once.
func unique(list []string) []string {
	slices.Sort(list)
	return slices.Compact(list)
}
