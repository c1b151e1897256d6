package tables

import (
	"math/big"
	"strings"
	"unicode"
)

// cellFormat is what the format of a cell makes of a number, with the words that it
// shows before and after it: 2 can be shown as "2 days".
type cellFormat struct {
	numberShape
	before, after string
}

// wordsOfFormat returns the words that a format shows around a number, "" where they
// say nothing about it. Of a number that is shown in thousands or millions the whole
// is stored, so that a K or M after it belongs to what is shown alone.
func wordsOfFormat(custom string) (before, after string) {
	var words [2]strings.Builder
	side, last := 0, rune(0)
	format := []rune(strings.Split(custom, ";")[0])
	for i := 0; i < len(format); i++ {
		switch c := format[i]; {
		case c == '"':
			for i++; i < len(format) && format[i] != '"'; i++ {
				words[side].WriteRune(format[i])
			}
		case c == '\\' && i+1 < len(format):
			i++
			words[side].WriteRune(format[i])
		case (c == '_' || c == '*') && i+1 < len(format):
			i++
		case c == '[':
			for i < len(format) && format[i] != ']' {
				i++
			}
		case strings.ContainsRune("0#?", c):
			side, last = 1, c
		case c == ',' && side == 1:
			last = c
		case unicode.IsLetter(c):
			// General, or the E of an exponent.
			side = 1
		case strings.ContainsRune(bounds, c):
			words[side].WriteRune(c)
		}
	}
	before, after = meaning(words[0].String()), meaning(words[1].String())
	if last == ',' {
		after = ""
	}
	return before, after
}

// bounds are marks that make another thing of a number.
const bounds = "<>≤≥~≈±"

// meaning returns words that change what a number says, "" for what only adorns it.
func meaning(words string) string {
	if strings.ContainsFunc(words, unicode.IsLetter) || strings.ContainsAny(words, bounds) {
		return words
	}
	return ""
}

// withWords returns a number with the words that are shown around it. What is shown
// is the number itself, if it is not shown in thousands or millions.
func withWords(value, shown string) string {
	first := strings.IndexFunc(shown, unicode.IsDigit)
	last := strings.LastIndexFunc(shown, unicode.IsDigit)
	if first < 0 || len(shown) > maxShown {
		return value
	}
	before, digits, after := strings.TrimRight(shown[:first], "-−"), shown[first:last+1], shown[last+1:]
	number, ok := stored(value)
	if meaning(before+after) == "" || !ok {
		return value
	}
	decimals := 0
	if mark := strings.LastIndexAny(digits, ".,"); mark >= 0 {
		decimals = len(digits) - mark - 1
	}
	number = new(big.Rat).Abs(number)
	for _, places := range []int{0, decimals} {
		if onlyDigits(number.FloatString(places)) == onlyDigits(digits) {
			return meaning(before) + value + meaning(after)
		}
	}
	return value
}

// maxShown is longer than any number that is shown, in bytes.
const maxShown = 100

func onlyDigits(text string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, text)
}
