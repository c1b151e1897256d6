package render

import "strings"

// joined puts each element of a list into words and separators between them.
func joined[T any](list []T, separator string, text func(T) string) string {
	said := make([]string, len(list))
	for i, element := range list {
		said[i] = text(element)
	}
	return strings.Join(said, separator)
}

// texts puts each element of a list into words; none of none.
func texts[T any](list []T, text func(T) string) []string {
	var said []string
	for _, element := range list {
		said = append(said, text(element))
	}
	return said
}
