package report_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
)

func TestDay(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "2024-2-17", "2024-02-30", "17.2.2024", "2024-02-17T00:00", "12024-02-17", "２０２４-02-17"} {
		_, err := report.ParseDay(text)
		require.ErrorContains(t, err, "is not a calendar day YYYY-MM-DD", text)
		assert.False(t, report.Day(text).Valid(), text)
		assert.Equal(t, report.Day(text), report.Day(text).AddDays(1), "no number of days leads away from none")
	}
	day, err := report.ParseDay("2024-02-28")
	require.NoError(t, err)
	assert.Equal(t, report.Day("2024-02-29"), day.AddDays(1))
	assert.Equal(t, report.Day("2024-03-01"), day.AddDays(2))
	assert.Equal(t, report.Day("2023-12-31"), day.AddDays(-59))
	assert.True(t, day.Before("2024-02-29") && day.After("2024-02-27"))
	assert.False(t, day.Before(day) || day.After(day) || day.Before("") || day.After("") || report.Day("").Before(day))
}

// TestDayInJSON: a day is the text that it was before it had a type, and what is none
// is neither written nor read.
func TestDayInJSON(t *testing.T) {
	t.Parallel()
	type days struct {
		On    report.Day  `json:"on"`
		Known *report.Day `json:"known"`
	}
	for _, content := range []string{`{"on":"2024-02-29","known":null}`, `{"on":"","known":"2023-08-25"}`} {
		var read days
		require.NoError(t, json.Unmarshal([]byte(content), &read))
		written, err := json.Marshal(read)
		require.NoError(t, err)
		assert.Equal(t, content, string(written))
	}
	var read days
	require.ErrorContains(t, json.Unmarshal([]byte(`{"on":"2023-02-29"}`), &read), `"2023-02-29" is not a calendar day`)
	_, err := json.Marshal(days{On: "tomorrow"})
	require.ErrorContains(t, err, `"tomorrow" is not a calendar day`)
}
