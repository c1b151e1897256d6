package law

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNamed reads a number and a date, and shows that a name that is wrong is a
// defect of the program.
func TestNamed(t *testing.T) {
	t.Parallel()
	require.Equal(t, 4, Named("section5_lead_months").Whole())
	require.Equal(t, "2024-02-17", Named("general_application").Text())
	require.Equal(t, "45000000", Named("amar_threshold").Exact().RatString())
	require.NotEmpty(t, Named("fine_cap_percent").Term)
	require.PanicsWithValue(t, "policies/law has no figure speed_of_light", func() { Named("speed_of_light") })
	require.Panics(t, func() { Named("general_application").Whole() })
}
