package transparency

import (
	"math/big"
	"strings"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

var (
	clock   = lazy.NewRegexp(`^(?:(\d{1,5}) ?(?:days?|d|tage?|jours?|dni),? )?(\d{1,6}):([0-5]\d):([0-5]\d(?:\.\d+)?)$`)
	pieces  = lazy.NewRegexp(`^(?:\d+(?:\.\d+)? ?(?:days?|d|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)(?:,? and |, | )?){2,}$`)
	piece   = lazy.NewRegexp(`(\d+(?:\.\d+)?) ?([a-z])`)
	inHours = map[string]*big.Rat{
		"d": big.NewRat(24, 1), "h": big.NewRat(1, 1), "m": big.NewRat(1, 60), "s": big.NewRat(1, 3600),
	}
)

// duration reads times that can be read in one way only: 118:48:00, also with
// days before it, and 2 days 3 hours. Two numbers with a colon can be hours and
// minutes or minutes and seconds.
func duration(text string) (hours *big.Rat, ok bool) {
	text = strings.ToLower(text)
	if len(text) > maxDigits {
		return nil, false
	}
	if m := clock.FindStringSubmatch(text); m != nil {
		hours = new(big.Rat)
		for i, unit := range []string{"d", "h", "m", "s"} {
			if m[i+1] != "" {
				hours.Add(hours, product(m[i+1], unit))
			}
		}
		return hours, true
	}
	if !pieces.MatchString(text) {
		return nil, false
	}
	hours = new(big.Rat)
	for _, m := range piece.FindAllStringSubmatch(text, -1) {
		hours.Add(hours, product(m[1], m[2]))
	}
	return hours, true
}

func product(number, unit string) *big.Rat {
	value, _ := exact(number)
	return value.Mul(value, inHours[unit])
}
