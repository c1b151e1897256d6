package facts

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A point may part thousands, so that a whole number with one group of zeros behind it
// is nobody's for sure.
func TestGroupedNumbers(t *testing.T) {
	t.Parallel()
	s := smallSchema(t)
	for text, reading := range map[string]string{
		"1.000": "1 or as 1000", "12.000": "12 or as 12000", "250.000": "250 or as 250000",
	} {
		_, err := s.Load("a.yaml", []byte("service: {name: A}\nnotices:\n  submitted_count: "+text+"\n"))
		require.EqualError(t, err, "a.yaml:3:20: notices.submitted_count is "+text+", which can be read as "+reading+"\n"+
			"    hint: write the one that is meant, without a point")
		_, err = s.Load("a.json", []byte(`{"service": {"name": "A"}, "notices": {"by_language": {"de": `+text+`}}}`))
		require.ErrorContains(t, err, "a.json:1:62: notices.by_language.de is "+text+", which can be read as "+reading)
		_, err = s.Load("a.yaml", []byte("service: {name: A}\ncomplaints: {log: [{delay: "+text+"}]}\n"))
		require.ErrorContains(t, err, "a.yaml:2:28: complaints.log[0].delay is "+text)
	}
	for _, line := range []string{
		"submitted_count: 1.0", "submitted_count: 0.000", "submitted_count: 1000.000", "submitted_count: 1000", "hours: 1.000", "hours: 1.500",
	} {
		_, err := s.Load("a.yaml", []byte("service: {name: A}\nnotices: {"+line+"}\n"))
		require.NoError(t, err, line)
	}
}
