package transparency

import (
	"strings"
	"unicode"
)

// asciiDigits writes the digits of other scripts as 0 to 9: Arabic ones, and the wide
// ones of East Asia.
func asciiDigits(text string) string {
	if !strings.ContainsFunc(text, otherDigit) {
		return text
	}
	return strings.Map(func(c rune) rune {
		if !otherDigit(c) {
			return c
		}
		// Digits stand in tens, from zero.
		for _, r := range unicode.Nd.R16 {
			if uint16(c) >= r.Lo && uint16(c) <= r.Hi {
				return '0' + (c-rune(r.Lo))%10
			}
		}
		return c
	}, text)
}

// otherDigit reports whether a character is a decimal digit of another script, of
// those in daily use.
func otherDigit(c rune) bool { return c > unicode.MaxLatin1 && c <= 0xFFFF && unicode.IsDigit(c) }
