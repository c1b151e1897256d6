package words_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/words"
)

// What the stress test counts is counted alike among what does not apply.
func TestNotApplicable(t *testing.T) {
	t.Parallel()
	one := func(ifApplicable *report.Verdict, reasons ...report.Reason) report.Obligation {
		return report.Obligation{Verdict: report.NotApplicable, Reasons: reasons, IfApplicable: ifApplicable}
	}
	compliant := report.Compliant
	list := []report.Obligation{
		one(&compliant, report.NotYet), one(&compliant, report.NotYet), one(nil, report.NotYet, report.NotConcerned),
		one(nil, report.NotAddressed), one(nil, report.Presupposing([]string{"dsa.art41.1"})...), one(nil),
	}
	require.Equal(t, []string{
		"1 because other kinds of service are addressed", "2 because the day of application has not come",
		"1 because the day of application has not come, and for other reasons", "1 because what is presupposed is not there",
		"1 because a combination of reasons rules it out",
	}, words.NotApplicable(list))
	require.Equal(t, "2 obligations do not apply yet, and for no other reason", words.NotYet(2))
	require.Equal(t, "1 obligation does not apply yet, and for no other reason", words.NotYet(1))
	require.Equal(t, "waits for 1 fact", words.WaitsFor(1))
	require.Equal(t, " (element 0)", words.Element(new(int)))
	require.Empty(t, words.Element(nil))
}
