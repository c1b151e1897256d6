// Package lazy holds what takes a while to build and what most runs never need: a
// command that asks for help should not wait for it.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp is a regular expression that is compiled when it is first used. It is safe
// for concurrent use.
type Regexp struct{ compiled func() *regexp.Regexp }

// NewRegexp returns the expression. One that is none panics when it is used.
func NewRegexp(text string) *Regexp {
	return &Regexp{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })}
}

// The methods are those of [regexp.Regexp].

// MatchString reports whether the text contains a match.
func (r *Regexp) MatchString(text string) bool { return r.compiled().MatchString(text) }

// FindStringSubmatch returns the first match and its groups, nil if there is none.
func (r *Regexp) FindStringSubmatch(text string) []string {
	return r.compiled().FindStringSubmatch(text)
}

// FindStringSubmatchIndex is FindStringSubmatch with places in the text.
func (r *Regexp) FindStringSubmatchIndex(text string) []int {
	return r.compiled().FindStringSubmatchIndex(text)
}

// FindAllStringSubmatch returns up to n matches, all if n is negative.
func (r *Regexp) FindAllStringSubmatch(text string, n int) [][]string {
	return r.compiled().FindAllStringSubmatch(text, n)
}

// ReplaceAllString returns the text with each match replaced.
func (r *Regexp) ReplaceAllString(text, replacement string) string {
	return r.compiled().ReplaceAllString(text, replacement)
}
