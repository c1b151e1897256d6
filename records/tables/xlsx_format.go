package tables

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/internal/lazy"
)

// numberShape is what the format of a cell makes of a number.
type numberShape int

const (
	plainNumber numberShape = iota
	// dayNumber is shown as a day: days since the beginning of 1900 or 1904.
	dayNumber
	// timeNumber is shown as hours: a share of a day, or several days.
	timeNumber
)

// Formats that workbooks know by number, ECMA-376 part 1, 18.8.30. Those of 27
// to 36 and 50 to 58 are days in East Asian languages.
var (
	dayFormats  = []int{14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58}
	timeFormats = []int{18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47}
	// literal is what a format shows as it is: quoted text, escapes, colours and
	// conditions; not [h], which counts hours beyond a day.
	literal = lazy.NewRegexp(`"[^"]*"|\\.|_.|\*.|\[[^hHmMsS\]][^\]]*\]|\[[^\]]*[^hHmMsS\]][^\]]*\]`)
	// fractions of seconds are zeros, as decimals are.
	fractions = lazy.NewRegexp(`(s|\])\.0+`)
)

func shapeOfFormat(number int, custom string) numberShape {
	switch {
	case slices.Contains(dayFormats, number):
		return dayNumber
	case slices.Contains(timeFormats, number):
		return timeNumber
	case custom == "":
		return plainNumber
	}
	format := strings.ToLower(literal.ReplaceAllString(strings.Split(custom, ";")[0], ""))
	format = fractions.ReplaceAllString(format, "$1")
	switch {
	case strings.Contains(format, "general"), strings.Contains(format, "standard"):
		return plainNumber
	case strings.ContainsAny(format, "yd"):
		return dayNumber
	case strings.ContainsAny(format, "hs"), strings.Contains(format, "[m"):
		return timeNumber
	}
	return plainNumber
}

// show writes a number as its format does, in one form: YYYY-MM-DD, with the
// time if there is one, or H:MM:SS; false if it is shown as a number.
func (shape numberShape) show(text string, from int) (string, bool) {
	value, ok := stored(text)
	if !ok || shape == plainNumber {
		return "", false
	}
	seconds := new(big.Rat).Mul(value, big.NewRat(86400, 1))
	rounded, _ := new(big.Int).SetString(seconds.FloatString(0), 10)
	if !rounded.IsInt64() || rounded.Int64() < 0 || rounded.Int64() > 400_000*86400 {
		return "", false
	}
	n := rounded.Int64()
	if shape == timeNumber {
		return fmt.Sprintf("%d:%02d:%02d", n/3600, n/60%60, n%60), true
	}
	day := Day(from, 0).Add(time.Duration(n) * time.Second)
	if n%86400 == 0 {
		return day.Format(time.DateOnly), true
	}
	return day.Format("2006-01-02 15:04:05"), true
}

// Day returns a day of a workbook that counts from 1900 or 1904. Of 1900 the day
// 0 is two days before the year: days count from 1, and workbooks believe that it
// was a leap year.
func Day(epoch, n int) time.Time {
	zero := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if epoch == 1904 {
		zero = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return zero.AddDate(0, 0, n)
}

// withoutNoise drops what binary arithmetic leaves behind: workbooks compute
// with 15 digits, and 1000.0000000000001 is 1000.
func withoutNoise(text string) string {
	if len(text) < 16 {
		return text
	}
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return text
	}
	return strconv.FormatFloat(value, 'G', 15, 64)
}

// stored reads a number as workbooks store it.
func stored(text string) (*big.Rat, bool) {
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		if exponent, err := strconv.Atoi(text[i+1:]); err != nil || exponent > 40 || exponent < -40 {
			return nil, false
		}
	}
	return new(big.Rat).SetString(text)
}
