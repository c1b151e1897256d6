package exact_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/exact"
)

func TestDecimalIsExact(t *testing.T) {
	t.Parallel()
	// A float64 holds 12345678901234568 here.
	x := exact.MustParse("12345678901234567.89")
	sum, err := x.Add(exact.MustParse("0.11"))
	require.NoError(t, err)
	assert.Equal(t, "12345678901234568", sum.String())
	product, err := x.Mul(exact.MustParse("0.06"))
	require.NoError(t, err)
	assert.Equal(t, "740740734074074.0734", product.String())
	difference, err := x.Sub(exact.MustParse("12345678901234567"))
	require.NoError(t, err)
	assert.Equal(t, "0.89", difference.String())
	third, err := exact.Int(1).Div(exact.Int(3))
	require.NoError(t, err)
	assert.Equal(t, "0.333333333333333333333333333333333333333333333333333333333333", third.String())
	_, err = x.Div(exact.Int(0))
	assert.ErrorIs(t, err, exact.ErrDivisionByZero)
}

func TestParseDecimalRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "1e9", "1e999999999", "0x10", "NaN", "Infinity", "1,5", "1.", ".5", "+1", " 1", "1_000", "١", "1234567890123456789012345678901"} {
		_, err := exact.Parse(text)
		assert.Error(t, err, text)
	}
}
