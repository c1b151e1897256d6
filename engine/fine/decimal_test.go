package fine_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/fine"
)

func TestDecimalIsExact(t *testing.T) {
	t.Parallel()
	// A float64 holds 12345678901234568 here.
	x := decimal(t, "12345678901234567.89")
	sum, err := x.Add(decimal(t, "0.11"))
	require.NoError(t, err)
	assert.Equal(t, "12345678901234568", sum.String())
	product, err := x.Mul(decimal(t, "0.06"))
	require.NoError(t, err)
	assert.Equal(t, "740740734074074.0734", product.String())
	difference, err := x.Sub(decimal(t, "12345678901234567"))
	require.NoError(t, err)
	assert.Equal(t, "0.89", difference.String())
	third, err := fine.Int(1).Div(fine.Int(3))
	require.NoError(t, err)
	assert.Equal(t, "0.333333333333333333333333333333333333333333333333333333333333", third.String())
	_, err = x.Div(fine.Int(0))
	assert.ErrorIs(t, err, fine.ErrDivisionByZero)
}

func TestParseDecimalRefuses(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "1e9", "1e999999999", "0x10", "NaN", "Infinity", "1,5", "1.", ".5", "+1", " 1", "1_000", "١", "1234567890123456789012345678901"} {
		_, err := fine.ParseDecimal(text)
		assert.Error(t, err, text)
	}
}

func TestParseRate(t *testing.T) {
	t.Parallel()
	rate, err := fine.ParseRate("USD/EUR=0.9242@2024-12-31 ECB reference rate")
	require.NoError(t, err)
	assert.Equal(t, "0.9242", rate.Rate.String())
	assert.Equal(t, "ECB reference rate", rate.Source)
	for text, want := range map[string]string{
		"0.92":                     "not of the form FROM/TO=RATE@DATE SOURCE",
		"USD/EUR":                  "not of the form",
		"USD/EUR=0@2024-12-31":     "expected more than 0",
		"USD/EUR=0.9.2@2024-12-31": "not a decimal number",
		"USD/EUR=0.92@2024-02-30":  "not a calendar day",
		"USD/ABC=0.92@2024-12-31":  `"ABC" is no currency of ISO 4217`,
		"EUR/EUR=1@2024-12-31":     "from EUR to itself",
	} {
		_, err := fine.ParseRate(text)
		assert.ErrorContains(t, err, want, text)
	}
}
