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
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   interpretation: >-
#     The two months are a period for an act: where they would end on a weekend, or on a day that is a holiday
#     in every Member State, they end on the next working day. Before they have run, a missing report is no
#     breach.
#   remediation: >-
#     Publish the report at once.
package dsa.art42.art42_1_first

import data.law

# METADATA
# title: The first report has not been published although its two months have run
breach contains "missing" if {
	input.transparency_reports.transparency_report_first_published == false
	after_deadline(input.assessment.date)
}

# METADATA
# title: The first report was published too late
breach contains "late" if {
	input.transparency_reports.transparency_report_first_published
	after_deadline(input.transparency_reports.transparency_report_first_published_on)
	after_deadline(input.assessment.date)
}

after_deadline(day) if {
	section5_begins := dates.add_months(input.service.designation_notified_on, law.section5_lead_months)
	two_months_on := dates.add_months(section5_begins, law.vlop_report_first_months)
	dates.deadline(two_months_on, law.holidays_in_every_member_state) < day
}
