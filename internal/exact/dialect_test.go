package exact_test

import (
	"errors"
	"reflect"
	"testing"

	"github.com/expr-lang/expr/ast"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/exact"
)

type shop struct {
	Colour string       `expr:"colour"`
	Price  exact.Amount `expr:"price"`
	Cost   exact.Amount `expr:"cost"`
	Items  int          `expr:"items"`
}

func dialect(gives reflect.Type) exact.Dialect {
	return exact.Dialect{
		Name: "the sum", Environment: shop{}, Gives: gives,
		Check: func(ast.Node) *exact.Fault { return nil },
		Words: func(n ast.Node) *exact.Words {
			if name, ok := n.(*ast.IdentifierNode); ok && name.Value == "colour" {
				return &exact.Words{Of: "colour", Each: []string{"red", "green"}}
			}
			return nil
		},
	}
}

var errCost = errors.New("nobody knows the cost")

// aShop knows its price, and not its cost.
func aShop() shop {
	return shop{Colour: "red", Price: exact.Known(exact.MustParse("0.1")), Cost: exact.NotKnown(errCost), Items: 3}
}

func TestDialect(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]string{
		"price + 0.2":                 "0.3",
		"price * items":               "0.3",
		"items / 4":                   "0.75",
		"-price":                      "-0.1",
		"1e2 - .5":                    "99.5",
		"items > 2.9 ? 1_000.0 : 2.0": "1000",
		`colour == "red" ? 1.0 : 2.0`: "1",
		"let x = price * 2; x + x":    "0.4",
	} {
		program, err := dialect(reflect.TypeFor[exact.Decimal]()).Compile(source)
		require.NoError(t, err, source)
		have, err := program.Run(aShop())
		require.NoError(t, err, source)
		require.Equal(t, want, have.(exact.Decimal).String(), source)
	}
}

// What is not known ends what reads it, and only that.
func TestAmountThatIsNotKnown(t *testing.T) {
	t.Parallel()
	program, err := dialect(reflect.TypeFor[bool]()).Compile("items > 2 or cost > 1.0")
	require.NoError(t, err)
	have, err := program.Run(aShop())
	require.NoError(t, err)
	require.Equal(t, true, have)

	program, err = dialect(reflect.TypeFor[bool]()).Compile("cost > 1.0")
	require.NoError(t, err)
	_, err = program.Run(aShop())
	require.ErrorIs(t, err, errCost)
}

func TestDialectErrors(t *testing.T) {
	t.Parallel()
	for source, want := range map[string]struct {
		column        int // 0 for the expression as a whole
		message, hint string
	}{
		"":                       {0, "the sum is empty", ""},
		"items":                  {0, "the sum gives a number; expected true or false", ""},
		"colour":                 {0, "the sum gives a word; expected true or false", ""},
		`items > 0 and 1e100>1`:  {15, "1e100 is not a number of at most 60 characters with an exponent of at most two digits", ""},
		`"ä" == colour`:          {1, `colour is never "ä"; expected red or green`, ""},
		`colour in ["grean"]`:    {12, `colour is never "grean"; expected red or green`, "did you mean green?"},
		"price > colour":         {7, "invalid operation: > (mismatched types number and string)", ""},
		"(price + colour) > 1.0": {8, "invalid operation: + (mismatched types number and string)", ""},
		"prize > 1.0":            {1, "unknown name prize", ""},
		"9223372036854775808>0":  {20, "the number 9223372036854775808 is too large", ""},
	} {
		_, err := dialect(reflect.TypeFor[bool]()).Compile(source)
		var wrong document.Problem
		require.ErrorAs(t, err, &wrong, source)
		require.Equal(t, want.message, wrong.Message, source)
		require.Equal(t, want.column, wrong.Position.Column, source)
		require.Equal(t, want.hint, wrong.Hint, source)
		require.Equal(t, want.column > 0, wrong.Excerpt != "", source)
	}
}

// A place counts characters, whatever their bytes, and shows its own line; who has
// the expression in a file places it there.
func TestPlace(t *testing.T) {
	t.Parallel()
	_, err := dialect(reflect.TypeFor[bool]()).Compile("\"ä\" == colour or\n\tprize > 1.0")
	require.EqualError(t, err, "2:2: unknown name prize\n   prize > 1.0\n   ^")

	placed := dialect(reflect.TypeFor[bool]())
	placed.Place = func(offset int) document.Problem {
		return document.Problem{Position: document.Position{File: "sums.yaml", Line: 3, Column: 10 + offset}}
	}
	_, err = placed.Compile("items > prize")
	require.EqualError(t, err, "sums.yaml:3:18: unknown name prize")
}
