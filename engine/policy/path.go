package policy

import (
	"slices"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// anyKey is the step of a path that stands for every element of a list or member
// of a map: rules read service.suspensions[].from.
type anyKey = rules.AnyKey

// isGround reports whether a path leads to one fact.
func isGround(path document.Path) bool { return !slices.Contains(path, any(anyKey{})) }

// leads reports whether one path goes on where another ends.
func leads(path, beyond document.Path) bool {
	return len(beyond) > len(path) && slices.Equal(beyond[:len(path)], path)
}

func paths(reads []document.Path) []string {
	var list []string
	for _, path := range reads {
		list = append(list, rules.Dotted(path))
	}
	return unique(list)
}
