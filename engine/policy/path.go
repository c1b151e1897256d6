package policy

import (
	"slices"
	"strconv"

	"github.com/dsaeval/dsaeval/internal/document"
)

// anyKey is the step of a path that stands for every element of a list or member
// of a map: rules read service.suspensions[].from.
type anyKey struct{}

// pathOf writes a fact as people read it: reporting_pipeline.notices_lost_count,
// service.suspensions[].from.
func pathOf(path document.Path) string {
	text := ""
	for _, step := range path {
		switch step := step.(type) {
		case string:
			if text != "" {
				text += "."
			}
			text += step
		case int:
			text += "[" + strconv.Itoa(step) + "]"
		default:
			text += "[]"
		}
	}
	return text
}

// isGround reports whether a path leads to one fact.
func isGround(path document.Path) bool { return !slices.Contains(path, any(anyKey{})) }

// leads reports whether one path goes on where another ends.
func leads(path, beyond document.Path) bool {
	return len(beyond) > len(path) && slices.Equal(beyond[:len(path)], path)
}

func paths(reads []document.Path) []string {
	var list []string
	for _, path := range reads {
		list = append(list, pathOf(path))
	}
	return unique(list)
}
