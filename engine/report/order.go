package report

import (
	"cmp"
	"math"
	"strings"
)

// CompareIDs orders ids as the Regulation orders its provisions: art9 before
// art10, a paragraph before its points.
func CompareIDs(a, b string) int {
	// What both begin with, up to a dot, says nothing.
	same := 0
	for i := 0; i < len(a) && i < len(b) && a[i] == b[i]; i++ {
		if a[i] == '.' {
			same = i + 1
		}
	}
	a, b = a[same:], b[same:]
	for {
		part, after, aGoesOn := strings.Cut(a, ".")
		other, afterOther, bGoesOn := strings.Cut(b, ".")
		if part != other {
			word, number := splitNumber(part)
			otherWord, otherNumber := splitNumber(other)
			return cmp.Or(cmp.Compare(word, otherWord), cmp.Compare(number, otherNumber), cmp.Compare(part, other))
		}
		switch {
		case aGoesOn && bGoesOn:
			a, b = after, afterOther
		case aGoesOn:
			return 1
		case bGoesOn:
			return -1
		default:
			return 0
		}
	}
}

// splitNumber splits art16 into art and 16, and 3 into nothing and 3. Reports are sorted
// again and again, so that it looks at bytes; what has too many digits counts as the
// largest number, as [strconv.Atoi] has it.
func splitNumber(s string) (word string, number int) {
	begin := len(s)
	for begin > 0 && '0' <= s[begin-1] && s[begin-1] <= '9' {
		begin--
	}
	for _, digit := range []byte(s[begin:]) {
		if number > (math.MaxInt-9)/10 {
			return s[:begin], math.MaxInt
		}
		number = 10*number + int(digit-'0')
	}
	return s[:begin], number
}
