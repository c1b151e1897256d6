package report

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"
)

// CompareIDs orders ids as the Regulation orders its provisions: art9 before
// art10, a paragraph before its points.
func CompareIDs(a, b string) int {
	as, bs := strings.Split(a, "."), strings.Split(b, ".")
	for i := 0; i < len(as) && i < len(bs); i++ {
		aWord, aNumber := splitNumber(as[i])
		bWord, bNumber := splitNumber(bs[i])
		if c := cmp.Or(cmp.Compare(aWord, bWord), cmp.Compare(aNumber, bNumber), cmp.Compare(as[i], bs[i])); c != 0 {
			return c
		}
	}
	return cmp.Compare(len(as), len(bs))
}

// splitNumber splits art16 into art and 16, and 3 into nothing and 3.
func splitNumber(s string) (word string, number int) {
	word = strings.TrimRightFunc(s, unicode.IsDigit)
	number, _ = strconv.Atoi(s[len(word):])
	return word, number
}
