# METADATA
# scope: package
# title: Transparency reports come at least every six months
# description: >-
#   After the first one, the provider publishes a report under Art. 15 at least every six months. Since July 2025
#   the periods are the half-years of the calendar, each reported within two months of its end.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_42
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
# custom:
#   id: dsa.art42.1
#   article: 42(1)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   exceptions: >-
#     A first report that comes within the two months of its own is in time whatever period it covers.
#   interpretation: >-
#     From the report on July to December 2025 on, the harmonised periods govern. Until the period before the
#     harmonised ones, six months are counted from one publication to the next. Whether the report on January to
#     June 2025 was already bound to two months is unsettled and is not judged. Deadlines that end on a weekend,
#     or on a day that is a holiday in every Member State, end on the next working day.
#   remediation: >-
#     Publish the report that is due and fix a calendar for the two half-years.
package dsa.art42.art42_1

import data.law

# METADATA
# title: The report on the last half-year has not been published in time
breach contains "overdue" if {
	input.transparency_reports.transparency_report_first_published
	next_harmonised_report_was_due
}

breach contains "overdue" if {
	input.transparency_reports.transparency_report_first_published
	harmonised_periods_missed
}

# METADATA
# title: More than six months have passed since the latest report
breach contains "interval" if {
	input.transparency_reports.transparency_report_first_published
	before_harmonised_periods
	six_months_over(input.transparency_reports.transparency_report_published_on, input.assessment.date)
}

# METADATA
# title: More than six months lay between the last two reports
breach contains "gap" if {
	input.transparency_reports.transparency_report_first_published
	input.transparency_reports.transparency_report_previous_published
	before_harmonised_periods
	six_months_over(input.transparency_reports.transparency_report_previous_published_on, input.assessment.date)
	six_months_over(
		input.transparency_reports.transparency_report_previous_published_on,
		input.transparency_reports.transparency_report_published_on,
	)
}

# METADATA
# title: The latest report came more than two months after the end of its half-year
breach contains "late" if {
	input.transparency_reports.transparency_report_first_published
	harmonised_period
	two_months_over(input.transparency_reports.transparency_report_last_period_end, input.assessment.date)
	two_months_over(
		input.transparency_reports.transparency_report_last_period_end,
		input.transparency_reports.transparency_report_published_on,
	)
	two_months_over(section5_begins, input.transparency_reports.transparency_report_published_on)
}

# METADATA
# title: No report has been published though the second one is due
breach contains "never" if {
	input.transparency_reports.transparency_report_first_published == false
	six_months_over(dates.add_months(section5_begins, law.vlop_report_first_months), input.assessment.date)
}

section5_begins := dates.add_months(input.service.designation_notified_on, law.section5_lead_months)

harmonised_period if {
	input.transparency_reports.transparency_report_last_period_end >= law.vlop_report_first_harmonised_period_end
}

# The next period after the latest report began before the periods were harmonised.
before_harmonised_periods if {
	next_begins := dates.add_days(input.transparency_reports.transparency_report_last_period_end, 1)
	next_begins < law.vlop_report_harmonised_from
}

next_harmonised_report_was_due if {
	harmonised_period
	latest := input.transparency_reports.transparency_report_last_period_end
	two_months_over(dates.add_months(latest, law.vlop_report_interval_months), input.assessment.date)
}

harmonised_periods_missed if {
	input.transparency_reports.transparency_report_last_period_end < law.vlop_report_first_harmonised_period_end
	two_months_over(law.vlop_report_first_harmonised_period_end, input.assessment.date)
}

six_months_over(start, day) if {
	end := dates.add_months(start, law.vlop_report_interval_months)
	dates.deadline(end, law.holidays_in_every_member_state) < day
}

two_months_over(start, day) if {
	end := dates.add_months(start, law.vlop_report_publication_months)
	dates.deadline(end, law.holidays_in_every_member_state) < day
}
