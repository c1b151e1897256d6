package exact

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/expr-lang/expr"
)

var (
	decimalType = reflect.TypeFor[Decimal]()
	amountType  = reflect.TypeFor[Amount]()
)

// operator is what an operator does with two numbers. In a program a function of
// that name stands for it, which no expression can call by itself.
type operator struct {
	function string
	do       func(x, y Decimal) (any, error)
	compares bool // gives true or false, not a number
	// order is what it does with two texts, nil where it asks for no order. An empty text
	// stands for one that is not there, such as the end of what has not ended: it comes
	// neither before nor after anything.
	order func(x, y string) bool
}

var operators = map[string]operator{
	"<":  ordering("_less", func(sign int) bool { return sign < 0 }),
	"<=": ordering("_atMost", func(sign int) bool { return sign <= 0 }),
	">":  ordering("_more", func(sign int) bool { return sign > 0 }),
	">=": ordering("_atLeast", func(sign int) bool { return sign >= 0 }),
	"==": comparison("_equal", func(sign int) bool { return sign == 0 }),
	"!=": comparison("_unequal", func(sign int) bool { return sign != 0 }),
	"+":  calculation("_add", Decimal.Add),
	"-":  calculation("_subtract", Decimal.Sub),
	"*":  calculation("_multiply", Decimal.Mul),
	"/":  calculation("_divide", Decimal.Div),
}

// OnNumbers reports whether an operator takes two numbers.
func OnNumbers(symbol string) bool {
	_, ok := operators[symbol]
	return ok
}

// Orders reports whether an operator asks what comes first, of numbers or of texts.
func Orders(symbol string) bool { return operators[symbol].order != nil }

// Compares reports whether an operator compares two numbers.
func Compares(symbol string) bool { return operators[symbol].compares }

func comparison(function string, holds func(sign int) bool) operator {
	return operator{function, func(x, y Decimal) (any, error) { return holds(x.Cmp(y)), nil }, true, nil}
}

func ordering(function string, holds func(sign int) bool) operator {
	o := comparison(function, holds)
	o.order = func(x, y string) bool { return x != "" && y != "" && holds(strings.Compare(x, y)) }
	return o
}

func calculation(function string, calculate func(x, y Decimal) (Decimal, error)) operator {
	return operator{function, func(x, y Decimal) (any, error) { return calculate(x, y) }, false, nil}
}

// option makes the function of an operator known to the compiler.
func (o operator) option() expr.Option { return expr.Function(o.function, o.call, o.signatures()...) }

// signatures are the pairs of types that an operator takes.
func (o operator) signatures() []any {
	result := decimalType
	if o.compares {
		result = reflect.TypeFor[bool]()
	}
	var list []any
	kinds := []reflect.Type{decimalType, amountType, reflect.TypeFor[int]()}
	for _, x := range kinds {
		for _, y := range kinds {
			signature := reflect.FuncOf([]reflect.Type{x, y}, []reflect.Type{result}, false)
			list = append(list, reflect.New(signature).Interface())
		}
	}
	if o.order != nil {
		list = append(list, &o.order)
	}
	return list
}

func (o operator) call(args ...any) (any, error) {
	if left, ok := args[0].(string); ok && o.order != nil {
		if right, ok := args[1].(string); ok {
			return o.order(left, right), nil
		}
	}
	x, err := number(args[0])
	if err != nil {
		return nil, err
	}
	y, err := number(args[1])
	if err != nil {
		return nil, err
	}
	return o.do(x, y)
}

// number takes what the compiler lets through.
func number(value any) (Decimal, error) {
	switch value := value.(type) {
	case Decimal:
		return value, nil
	case Amount:
		return value.value, value.err
	case int:
		return Int(int64(value)), nil
	}
	return Decimal{}, fmt.Errorf("%v is not a number", value)
}
