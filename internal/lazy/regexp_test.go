package lazy

import (
	"regexp"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRegexp shows that the answers are those of the expression, whoever asks first.
func TestRegexp(t *testing.T) {
	t.Parallel()
	const text = `([a-z])(\d)`
	want, have := regexp.MustCompile(text), NewRegexp(text)
	var all sync.WaitGroup
	for _, subject := range []string{"a1 b2", "", "1a"} {
		all.Go(func() {
			if want.MatchString(subject) != have.MatchString(subject) {
				t.Errorf("%q", subject)
			}
		})
	}
	all.Wait()
	for _, subject := range []string{"a1 b2", "", "1a"} {
		require.Equal(t, want.FindStringSubmatch(subject), have.FindStringSubmatch(subject))
		require.Equal(t, want.FindStringSubmatchIndex(subject), have.FindStringSubmatchIndex(subject))
		require.Equal(t, want.FindAllStringSubmatch(subject, 1), have.FindAllStringSubmatch(subject, 1))
		require.Equal(t, want.FindAllStringSubmatch(subject, -1), have.FindAllStringSubmatch(subject, -1))
		require.Equal(t, want.ReplaceAllString(subject, "$2"), have.ReplaceAllString(subject, "$2"))
	}
}

// TestRegexpIsLazy shows that nothing is compiled before it is used, and that a
// mistake is not passed over then.
func TestRegexpIsLazy(t *testing.T) {
	t.Parallel()
	wrong := NewRegexp("(")
	require.Panics(t, func() { wrong.MatchString("") })
}
