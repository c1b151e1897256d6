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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   exceptions: >-
#     A first report that comes within the two months of its own is in time whatever period it covers.
#   interpretation: >-
#     From the report on July to December 2025 on, the harmonised periods govern. After a first report whose period
#     ended within a half-year, the next by default ends with the first calendar half-year that begins after it, the
#     days between included; the rival reading is the rest of the half-year that was running. Before the harmonised
#     periods, six months are counted from one publication to the next. Whether the report on January to June 2025
#     was already bound to two months is unsettled and is not judged. Who never reported owes the second report on
#     the first half-year that begins after Section 5 does. Periods do not end on a weekend or a holiday of the State
#     concerned (Regulation 1182/71). A report that came late ends the breach and is remembered until the next came
#     in time.
#   catalogue: >-
#     The catalogue knows the half-years and not what follows a first report on an odd period.
package dsa.art42.art42_1

import data.dsa.periods
import data.dsa.reports
import data.dsa.scope
import data.law
import data.readings

# METADATA
# title: The report on a half-year that is over has not been published in time
# custom:
#   words: thereafter at least every six months
#   remediation: >-
#     Publish the report that is due and fix a calendar for the two half-years.
breach contains "overdue" if {
	input.transparency_reports.transparency_report_first_published
	some begins in due_half_years
	not reported(begins)
}

# Before the latest report came, that on its half-year was missing.
breach contains "overdue" if {
	report_of_a_half_year
	input.transparency_reports.transparency_report_published_on > input.assessment.date
	two_months_over(input.transparency_reports.transparency_report_last_period_end, input.assessment.date)
	two_months_over(scope.section5_starts_on, input.assessment.date)
}

# METADATA
# title: More than six months have passed since the latest report
# custom:
#   words: thereafter at least every six months
#   remediation: >-
#     Publish the report that is due and fix a calendar for the two half-years.
breach contains "interval" if {
	input.transparency_reports.transparency_report_first_published
	before_harmonised_periods
	six_months_over(input.transparency_reports.transparency_report_published_on, input.assessment.date)
}

# Before the latest report came, the latest was the one before it.
breach contains "interval" if {
	report_of_free_periods
	input.transparency_reports.transparency_report_published_on > input.assessment.date
	six_months_over(input.transparency_reports.transparency_report_previous_published_on, input.assessment.date)
}

# METADATA
# title: More than six months lay between the last two reports
# custom:
#   words: thereafter at least every six months
#   remediation: >-
#     The delay has ended with the publication; fix a calendar for the reports that follow.
#   ended_on: transparency_reports.transparency_report_published_on
breach contains "gap" if {
	report_of_free_periods
	input.transparency_reports.transparency_report_published_on <= input.assessment.date
	six_months_over(
		input.transparency_reports.transparency_report_previous_published_on,
		input.transparency_reports.transparency_report_published_on,
	)
}

# A report of which no harmonised period follows, and that was not the first.
report_of_free_periods if {
	input.transparency_reports.transparency_report_first_published
	input.transparency_reports.transparency_report_previous_published
	before_harmonised_periods
}

# METADATA
# title: The latest report came more than two months after the end of its half-year
# custom:
#   words: thereafter at least every six months
#   remediation: >-
#     The delay has ended with the publication; fix a calendar for the reports that follow.
#   ended_on: transparency_reports.transparency_report_published_on
breach contains "late" if {
	report_of_a_half_year
	input.transparency_reports.transparency_report_published_on <= input.assessment.date
	two_months_over(
		input.transparency_reports.transparency_report_last_period_end,
		input.transparency_reports.transparency_report_published_on,
	)
	two_months_over(scope.section5_starts_on, input.transparency_reports.transparency_report_published_on)
}

report_of_a_half_year if {
	input.transparency_reports.transparency_report_first_published
	harmonised_period
	not odd_first_period
}

# METADATA
# title: No report has been published though the second one is due
# custom:
#   words: thereafter at least every six months
#   remediation: >-
#     Publish the reports that are due and fix a calendar for the two half-years.
breach contains "never" if {
	input.transparency_reports.transparency_report_first_published == false
	second_report_overdue
}

# A service that Section 5 bound before the last half-year of free periods counts six months from its first report.
second_report_overdue if {
	scope.section5_starts_on <= last_free_half_year_begins
	first_months_over := dates.add_months(scope.section5_starts_on, law.vlop_report_first_months)
	six_months_over(first_months_over, input.assessment.date)
}

second_report_overdue if {
	some begins in due_half_years
	scope.section5_starts_on <= begins
}

# METADATA
# title: Under the rival reading the first half-year is the one that was running when the first report was due
# custom: {period: observed}
second_report_overdue if {
	readings.odd_first_period == "running_half_year"
	some begins in due_half_years
	dates.add_months(scope.section5_starts_on, law.vlop_report_first_months) <= last_day(begins)
}

# METADATA
# title: The first days of the harmonised half-years that are over and whose reports are due
# custom: {period: observed}
due_half_years contains begins if {
	some months in {law.vlop_report_interval_months, law.vlop_report_interval_months + law.vlop_report_interval_months}
	begins := dates.add_months(running_half_year_begins, 0 - months)
	law.vlop_report_harmonised_from <= begins
	two_months_over(last_day(begins), input.assessment.date)
}

running_half_year_begins := concat("", [reports.this_year, law.transparency_year_begins]) if in_first_half_year

running_half_year_begins := concat("", [reports.this_year, law.transparency_half_year_begins]) if not in_first_half_year

in_first_half_year if input.assessment.date < concat("", [reports.this_year, law.transparency_half_year_begins])

# METADATA
# title: The last day of the half-year that begins on a day
# custom: {period: observed}
last_day(begins) := dates.add_days(dates.add_months(begins, law.vlop_report_interval_months), -1)

# The latest report covers a half-year, or follows an odd first period and will.
reported(begins) if last_day(begins) <= input.transparency_reports.transparency_report_last_period_end

reported(begins) if {
	readings.odd_first_period == "next_half_year"
	first_report
	begins <= input.transparency_reports.transparency_report_last_period_end
}

first_report if input.transparency_reports.transparency_report_previous_published == false

odd_first_period if {
	first_report
	not ends_half_year
}

ends_half_year if {
	endswith(input.transparency_reports.transparency_report_last_period_end, law.transparency_half_year_ends)
}

ends_half_year if {
	endswith(input.transparency_reports.transparency_report_last_period_end, law.transparency_year_ends)
}

harmonised_period if {
	input.transparency_reports.transparency_report_last_period_end >= law.vlop_report_first_harmonised_period_end
}

# METADATA
# title: The next period after the latest report began before the periods were harmonised
# custom: {period: observed}
before_harmonised_periods if {
	next_begins := dates.add_days(input.transparency_reports.transparency_report_last_period_end, 1)
	next_begins < law.vlop_report_harmonised_from
	not harmonised_half_year_follows
}

# After an odd first period the next report covers the first harmonised half-year.
harmonised_half_year_follows if {
	readings.odd_first_period == "next_half_year"
	first_report
	last_free_half_year_begins <= input.transparency_reports.transparency_report_last_period_end
}

# METADATA
# title: The first day of the last half-year before the periods were harmonised
# custom: {period: observed}
last_free_half_year_begins := dates.add_months(law.vlop_report_harmonised_from, 0 - law.vlop_report_interval_months)

six_months_over(start, day) if periods.over(day, start, law.vlop_report_interval_months, "months")

two_months_over(start, day) if periods.over(day, start, law.transparency_publication_months, "months")
