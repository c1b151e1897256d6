package law

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/vocabulary"
)

// Art. 40 holds three duties, of which each paragraph belongs to one; other Articles
// hold one.
func TestDutyOf(t *testing.T) {
	t.Parallel()
	i := InfringementsRead()
	for paragraph, want := range map[string]string{
		"1": "40(1)-(3)", "3": "40(1)-(3)", "4": "40(4)-(11)", "11": "40(4)-(11)", "12": "40(12)", "13": "40(4)-(11)",
	} {
		require.Equal(t, want, i.DutyOf("40", paragraph), paragraph)
	}
	require.Equal(t, "34", i.DutyOf("34", "1"))
}

// Every pair has two duties, and every structure its source and its reason.
func TestInfringementsAreArgued(t *testing.T) {
	t.Parallel()
	i := InfringementsRead()
	require.NotEmpty(t, i.OneConduct)
	for _, pair := range i.OneConduct {
		require.Len(t, pair.Duties, 2)
		require.True(t, pair.Of(pair.Duties[1], pair.Duties[0]))
		require.False(t, pair.Of(pair.Duties[0], pair.Duties[0]))
		require.NotEmpty(t, pair.Source)
		require.NotEmpty(t, pair.Because)
		require.Equal(t, pair.Always, pair.Reading.Question != "", "what no fact tells is a reading")
	}
	for _, divided := range i.Divided {
		require.NotEmpty(t, divided.Source)
		require.NotEmpty(t, divided.Because)
	}
}

// A file that is not there is a defect of the program.
func TestReadWhatIsNotThere(t *testing.T) {
	t.Parallel()
	require.Panics(t, func() { read[Texts]("nothing.yaml") })
}

// What pages say of starts and exemptions has the figures of the law, and every word of
// the metadata has its entry.
func TestApplicationHasTheFigures(t *testing.T) {
	t.Parallel()
	a := ApplicationRead()
	day := func(figure string) string {
		on, err := time.Parse(time.DateOnly, Named(figure).Text())
		require.NoError(t, err)
		return on.Format("2 January 2006")
	}
	require.Contains(t, a.Starts["general"].Words, day("general_application"))
	require.Contains(t, a.Starts["early"].Words, day("early_application"))
	require.Contains(t, a.Starts["supervision"].Words, day("early_application"))
	require.Equal(t, 4, Named("section5_lead_months").Whole())
	require.Contains(t, a.Starts["section5"].Words, "four months")
	for _, exemption := range []string{"art19_1", "art29_1"} {
		require.Contains(t, a.Exemptions[exemption].Words, fmt.Sprintf("for %d months", Named("size_grace_months").Whole()))
	}
	for name, provision := range a.Starts {
		require.Contains(t, vocabulary.Of("start"), name)
		require.NotEmpty(t, provision.Article+provision.Words)
	}
	require.Len(t, a.Starts, len(vocabulary.Of("start")))
	require.Len(t, a.Exemptions, len(vocabulary.Of("exemption")))
	for _, exemption := range vocabulary.Of("exemption") {
		require.NotEmpty(t, a.Exemptions[exemption].Words, exemption)
	}
}
