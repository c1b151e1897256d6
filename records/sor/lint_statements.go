package sor

import "github.com/dsaeval/dsaeval/records/lint"

// LintStatements counts what a linter compares with a transparency report: the
// statements of a platform that were submitted in a period, of which both days
// count. The errors are those of [Aggregate.Between].
func (a *Aggregate) LintStatements(platform string, from, to int32) (*lint.Statements, error) {
	counted, err := a.Between(platform, from, to)
	if err != nil {
		return nil, err
	}
	return &lint.Statements{
		Platform: counted.Platform, From: FormatDay(counted.First), To: FormatDay(counted.Last),
		Days:                 a.DaysOf(platform, from, to),
		OwnInitiativeIllegal: counted.Count("own_initiative", "illegal_content"),
		OwnInitiativeTerms:   counted.Count("own_initiative", "incompatible_content"),
		Notices:              counted.Count("source_type", "SOURCE_ARTICLE_16") + counted.Count("source_type", "SOURCE_TRUSTED_FLAGGER"),
	}, nil
}
