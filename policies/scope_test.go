package policies_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/vocabulary"
)

// outside names, for each addressee, a service that is just too wide for it.
var outside = map[report.Addressee]string{
	report.Hosting:        "intermediary",
	report.OnlinePlatform: "hosting",
	report.Marketplace:    "online_platform",
	report.VLOPVLOSE:      "online_platform",
}

// TestScope checks for every obligation whom it binds and from when, against
// the dates of the Regulation written out here.
func TestScope(t *testing.T) {
	t.Parallel()
	set := load(t)
	for _, o := range set.Obligations() {
		file, ok := suite(t).File(o)
		if !ok {
			continue // TestObligations complains
		}
		base := kept(t, o)
		designated := base["service.designation_status"] != "none"
		reasons := func(t *testing.T, f flat) []report.Reason {
			t.Helper()
			got := judge(t, o, f)
			require.Equal(t, len(got.Reasons) > 0, got.Verdict == report.NotApplicable, "%v", got)
			return got.Reasons
		}
		on := func(t *testing.T, date string) report.Obligation {
			t.Helper()
			return judge(t, o, over(t, base, flat{"assessment.date": date}))
		}
		t.Run(o.ID, func(t *testing.T) {
			t.Parallel()
			if name := outside[o.Addressee]; name != "" {
				other := over(t, service(t, name), file.Compliant)
				require.Contains(t, reasons(t, other), report.NotAddressed, "a service that is only %s", name)
			}
			if o.VLOPOnly {
				require.Contains(t, reasons(t, over(t, service(t, "vlose"), file.Compliant)), report.NotAddressed)
			}
			if !designated {
				require.Contains(t, reasons(t, over(t, base, flat{"service.offers_services_in_eu": false})), report.NotOffered)
			}
			exempt := o.Exemption != vocabulary.NoExemption && !designated
			for _, size := range []string{"micro", "small"} {
				require.Equal(t, exempt, slices.Contains(reasons(t, over(t, base, flat{"service.enterprise_size": size})), report.SizeExempt), size)
			}

			first := firstDay(o, designated)
			require.EqualValues(t, first, *on(t, base["assessment.date"].(string)).AppliesFrom)
			require.Contains(t, on(t, dayBefore(t, first)).Reasons, report.NotYet)
			require.NotContains(t, on(t, first).Reasons, report.NotYet)

			if designated {
				terminated := over(t, base, flat{"service.designation_terminated": nil, "service.termination_notified_on": "2024-10-31"})
				// Four months on there is no 31st; the period ends with the month.
				// Duties of very large services outside Section 5 end with the notification.
				atOnce := o.Start == vocabulary.General && o.Addressee == report.VLOPVLOSE
				for date, ended := range map[string]bool{"2025-02-27": atOnce, "2025-02-28": atOnce || o.Start == vocabulary.Section5} {
					got := reasons(t, over(t, terminated, flat{"assessment.date": date}))
					require.Equal(t, ended, slices.Contains(got, report.Ended), date)
				}
			}
		})
	}
}

// firstDay is the first day for a service designated on 25 April 2023, or for
// one that never was.
func firstDay(o *policy.Obligation, designated bool) string {
	first := map[policy.Start]string{
		vocabulary.General:     "2024-02-17",
		vocabulary.Early:       "2022-11-16",
		vocabulary.Section5:    "2023-08-25",
		vocabulary.Supervision: "2023-04-25",
	}[o.Start]
	if o.Start == vocabulary.General && designated {
		first = "2023-08-25"
	}
	return max(first, o.From)
}

func dayBefore(t *testing.T, date string) string {
	t.Helper()
	day, err := time.Parse(time.DateOnly, date)
	require.NoError(t, err)
	return day.AddDate(0, 0, -1).Format(time.DateOnly)
}
