package sor

// knownError is an error in the official data that the Commission or the
// platform has announced. A fact that rests on it stays unknown.
type knownError struct {
	slugs    []string
	from, to string // days of submission, "" for ever
	fact     string
	reason   string
}

// State of knowledge: June 2026.
var knownErrors = []knownError{
	{
		[]string{"facebook", "instagram"},
		"", "2025-10-27",
		"database_statements_trusted_flagger_count",
		"the platform did not report trusted flaggers as a source before 2025-10-28",
	},
	{
		[]string{"google-play"},
		"2023-09-01", "2026-05-29",
		"database_statements_automated_detection_count",
		"automated_detection is inverted for part of the statements until 2026-05-29",
	},
}

// errorIn returns why a fact about a platform and period cannot be relied on.
func (s *Summary) errorIn(fact string) string {
	for _, e := range knownErrors {
		from, hasFrom := ParseDay(e.from)
		to, hasTo := ParseDay(e.to)
		if e.fact != fact || hasFrom && s.Last < from || hasTo && s.First > to {
			continue
		}
		for _, slug := range e.slugs {
			if slug == Slug(s.Platform) {
				return e.reason
			}
		}
	}
	return ""
}
