# METADATA
# scope: package
# title: The first transparency report comes two months after Section 5 begins to apply
# description: >-
#   The provider publishes its first report under Art. 15 for the service as a designated one within two months of
#   the day on which Section 5 began to apply to it.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_42
# custom:
#   id: dsa.art42.1.first
#   article: 42(1)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   interpretation: >-
#     The two months are a period for an act and do not end on a weekend or a holiday of the State concerned
#     (Regulation 1182/71). Before they have run, a missing report is no breach. A report that came late ends the
#     breach; that it was late is remembered for the five years of Art. 77.
package dsa.art42.art42_1_first

import data.dsa.periods
import data.dsa.scope
import data.law

# METADATA
# title: The first report has not been published although its two months have run
# custom:
#   words: [publish the reports referred to in Article 15, at the latest by two months]
#   remediation: >-
#     Publish the report at once.
breach contains "missing" if {
	two_months_over(input.assessment.date)
	not_yet_published
}

not_yet_published if input.transparency_reports.transparency_report_first_published == false

not_yet_published if {
	input.transparency_reports.transparency_report_first_published
	input.transparency_reports.transparency_report_first_published_on > input.assessment.date
}

# METADATA
# title: The first report was published too late
# custom:
#   words: at the latest by two months
#   remediation: >-
#     The delay has ended with the publication; fix a calendar for the reports that follow.
#   ended_on: transparency_reports.transparency_report_first_published_on
breach contains "late" if {
	input.transparency_reports.transparency_report_first_published
	two_months_over(input.assessment.date)
	two_months_over(input.transparency_reports.transparency_report_first_published_on)
	input.transparency_reports.transparency_report_first_published_on <= input.assessment.date
	periods.remembered(input.transparency_reports.transparency_report_first_published_on)
}

two_months_over(day) if periods.over(day, scope.section5_starts_on, law.vlop_report_first_months, "months")
