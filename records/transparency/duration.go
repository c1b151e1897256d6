package transparency

import (
	"math/big"
	"slices"
	"strings"
	"unicode"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

var (
	clock = lazy.NewRegexp(`^(?:(\d{1,5}) ?d,? )?(\d{1,6}):([0-5]\d):([0-5]\d(?:\.\d+)?)$`)
	// hoursMinutes is 25h30, as French has it.
	hoursMinutes = lazy.NewRegexp(`^(\d{1,6}) ?h ?([0-5]\d)$`)
	isoDuration  = lazy.NewRegexp(`^p(?:(\d{1,5})d)?(?:t(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6}(?:\.\d{1,6})?)s)?)?$`)
	pieces       = lazy.NewRegexp(`^(?:\d+(?:\.\d+)? ?[wdhms](?:,? and |, | )?){2,}$`)
	piece        = lazy.NewRegexp(`(\d+(?:\.\d+)?) ?([wdhms])`)
)

// duration reads times that can be read in one way only: 118:48:00, also with
// days before it, PT118H48M and 2 days 3 hours. Two numbers with a colon can be
// hours and minutes or minutes and seconds.
func duration(text string) (hours *big.Rat, ok bool) {
	text = strings.ToLower(text)
	if len(text) > maxDigits {
		return nil, false
	}
	if m := isoDuration.FindStringSubmatch(text); m != nil {
		return together(m[1:], "d", "h", "m", "s")
	}
	text = shortUnits(text)
	if m := clock.FindStringSubmatch(text); m != nil {
		return together(m[1:], "d", "h", "m", "s")
	}
	if m := hoursMinutes.FindStringSubmatch(text); m != nil {
		return together(m[1:], "h", "m")
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

// together adds up numbers of units, some of which can be missing.
func together(numbers []string, units ...string) (*big.Rat, bool) {
	hours, some := new(big.Rat), false
	for i, unit := range units {
		if numbers[i] != "" {
			some = true
			hours.Add(hours, product(numbers[i], unit))
		}
	}
	return hours, some
}

// ands are the words between units in the languages of the template.
var ands = []string{"and", "und", "et", "y", "e", "i", "και"}

// shortUnits writes the words of a text that are units by their signs.
func shortUnits(text string) string {
	var b strings.Builder
	word := ""
	flush := func() {
		switch sign := unitWords()[word]; {
		case sign != "" && sign != "%":
			b.WriteString(sign)
		case slices.Contains(ands, word):
			b.WriteString("and")
		default:
			b.WriteString(word)
		}
		word = ""
	}
	for _, c := range text {
		if unicode.IsLetter(c) {
			word += string(c)
			continue
		}
		flush()
		b.WriteRune(c)
	}
	flush()
	return b.String()
}

func product(number, unit string) *big.Rat {
	value, _ := exact(number)
	return value.Mul(value, inHours[unit])
}
