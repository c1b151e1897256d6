package schemacheck

import (
	"regexp"
	"sync"
)

// pattern is a regular expression, compiled when a text is first compared with it: most
// documents have no member for most patterns. Patterns are those of Go and not of
// ECMAScript, as in the validator that words errors.
type pattern struct {
	text     string
	compiled func() *regexp.Regexp
}

func newPattern(text string) *pattern {
	return &pattern{text: text, compiled: sync.OnceValue(func() *regexp.Regexp {
		compiled, err := regexp.Compile(text)
		if err != nil {
			return nil
		}
		return compiled
	})}
}

// sound reports whether the text is a regular expression. No text matches what is none.
func (p *pattern) sound() bool { return p.compiled() != nil }

func (p *pattern) matches(text string) bool { return p.sound() && p.compiled().MatchString(text) }
