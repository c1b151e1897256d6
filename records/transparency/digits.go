package transparency

import "strings"

// zeros are the noughts of the other digits that are met in tables: Arabic and Persian
// ones, and the wide ones of East Asia. Nine more follow each.
const zeros = "\u0660\u06F0\uFF10"

// asciiDigits writes other digits as 0 to 9.
func asciiDigits(text string) string {
	return strings.Map(func(c rune) rune {
		for _, zero := range zeros {
			if c >= zero && c <= zero+9 {
				return '0' + c - zero
			}
		}
		return c
	}, text)
}
