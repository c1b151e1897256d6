package fines

import (
	"maps"
	"slices"
)

func clone(m map[string]any) map[string]any {
	c := make(map[string]any, len(m)+1)
	maps.Copy(c, m)
	return c
}

// sortedSet returns a sorted copy without repetitions, never nil.
func sortedSet(list []string) []string {
	set := slices.Clone(list)
	slices.Sort(set)
	if set = slices.Compact(set); set == nil {
		return []string{}
	}
	return set
}
