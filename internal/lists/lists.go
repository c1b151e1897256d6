// Package lists has what JSON needs of a list that Go does not give it.
package lists

// OrEmpty makes an empty list of a nil one, so that JSON has [] and never null.
func OrEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
