package words

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
)

var day = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

// between are the words between the operands of an operation.
var between = map[report.Function]string{
	report.Sum: " plus ", report.Difference: " minus ", report.Product: " times ", report.Quotient: " divided by ",
}

// term says what one side of a comparison is.
func term(t report.Term) string {
	switch {
	case t.Fact != "":
		return Fact(t.Fact)
	case t.Function == "":
		return Value(t.Value)
	}
	of := make([]string, len(t.Of))
	for i, part := range t.Of {
		of[i] = term(part)
		if between[part.Function] != "" && t.Function != report.Sum {
			of[i] = "(" + of[i] + ")"
		}
	}
	if share, ok := share(t); ok {
		return share
	}
	switch {
	case len(of) == 0:
		return "what the rules work out"
	case between[t.Function] != "":
		return strings.Join(of, between[t.Function])
	case t.Function == report.Number:
		return "the number of " + of[0]
	case t.Function == report.Highest:
		return "the highest of " + list(of)
	case t.Function == report.Lowest:
		return "the lowest of " + list(of)
	case t.Function == report.MonthsAfter && len(of) == 2:
		return counted(of[1], "month") + " after " + of[0]
	case t.Function == report.DaysAfter && len(of) == 2:
		return counted(of[1], "day") + " after " + of[0]
	case t.Function == report.PeriodEnd && len(of) >= 3:
		return "the end of " + counted(of[1], strings.TrimSuffix(of[2], "s")) + " after " + of[0] + holidays(of[3:])
	case t.Function == report.WorkingDay:
		return "the working day on or after " + of[0] + holidays(of[1:])
	case t.Function == report.CycleEnd && len(of) == 3:
		return counted(of[1], "month") + " after the end of the yearly cycle, from " + of[0] + ", that holds " + of[2]
	}
	return "what the rules work out from " + list(of)
}

// holidays says whose holidays put off the end of a period, if the term says it.
func holidays(state []string) string {
	switch {
	case len(state) == 0 || state[0] == "":
		return ""
	case state[0] == "institutions":
		return " (by the holidays of the institutions of the Union)"
	}
	return " (by the holidays of " + state[0] + ")"
}

// counted writes a number of things; the number is a term, which need not be known.
func counted(number, thing string) string {
	if number == "1" {
		return number + " " + thing
	}
	return number + " " + thing + "s"
}

// share says of a product with a number below one what share it is.
func share(t report.Term) (string, bool) {
	if t.Function != report.Product || len(t.Of) != 2 {
		return "", false
	}
	number, isNumber := t.Of[0].Value.(json.Number)
	if !isNumber {
		return "", false
	}
	of, ok := new(big.Rat).SetString(string(number))
	if !ok || of.Sign() <= 0 || of.Cmp(big.NewRat(1, 1)) >= 0 {
		return "", false
	}
	of.Mul(of, big.NewRat(100, 1))
	digits, exact := of.FloatPrec()
	if !exact {
		return "", false
	}
	return of.FloatString(digits) + " % of " + term(t.Of[1]), true
}

// Fact names a fact by its JSON Pointer as people read it: sections and facts
// with dots between, elements of lists in brackets, empty where any is meant.
func Fact(pointer string) string {
	if pointer != "" && pointer[0] != '/' {
		return pointer // of an element, named already
	}
	var name strings.Builder
	for i, step := range strings.Split(strings.TrimPrefix(pointer, "/"), "/") {
		step = unescape.Replace(step)
		switch {
		case step == "-":
			name.WriteString("[]")
		case step != "" && strings.Trim(step, "0123456789") == "":
			name.WriteString("[" + step + "]")
		default:
			if i > 0 {
				name.WriteByte('.')
			}
			name.WriteString(step)
		}
	}
	return name.String()
}

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

// maxValues is how many words of a list are said one by one.
const maxValues = 10

// Value writes a constant: a text as it is, a list with commas.
func Value(value any) string {
	switch value := value.(type) {
	case nil:
		return "nothing"
	case string:
		return value
	case bool:
		if value {
			return "true"
		}
		return "false"
	case json.Number:
		return grouped(string(value))
	case int:
		return Number(value)
	case []any:
		parts := make([]string, len(value))
		for i, each := range value {
			parts[i] = Value(each)
		}
		if n := len(parts); n > maxValues {
			return strings.Join(parts[:3], ", ") + " … " + parts[n-1] + " (" + Number(n) + " in all)"
		}
		return strings.Join(parts, ", ")
	}
	return fmt.Sprint(value)
}

// Number writes a whole number with a space between each three digits of a long one.
func Number(n int) string { return grouped(fmt.Sprint(n)) }

// grouped puts a space between each three digits of a number with five or more.
func grouped(number string) string {
	whole, fraction, hasFraction := strings.Cut(number, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	if strings.Trim(whole, "0123456789") != "" || len(whole) < 5 {
		return number
	}
	text := sign + strings.Join(thousands(whole), " ")
	if hasFraction {
		text += "." + fraction
	}
	return text
}

// list joins words as people do: "a, b and c".
func list(of []string) string {
	if len(of) < 2 {
		return strings.Join(of, "")
	}
	return strings.Join(of[:len(of)-1], ", ") + " and " + of[len(of)-1]
}
