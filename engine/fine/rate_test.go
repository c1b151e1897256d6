package fine_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/fine"
)

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
