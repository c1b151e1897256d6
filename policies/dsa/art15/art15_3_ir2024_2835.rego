# METADATA
# scope: package
# title: Reports follow the harmonised templates, periods, deadline and retention
# description: >-
#   Under the implementing act, reports use its templates in CSV or XLSX, cover the calendar year or for designated
#   services the half-year, are published within two months of the end of the period, and stay public for five years
#   in every version.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_15
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
# custom:
#   id: dsa.art15.3.ir2024_2835
#   article: 15(3)
#   kind: duty
#   addressee: intermediary
#   exemption: art15_2
#   start: general
#   from: "2025-07-01"
#   penalty: [art52_3_or_74_1_6pct]
#   part_of: [dsa.art15.1, dsa.art24.1, dsa.art42.1, dsa.art42.2]
#   supervised_by: dsc_and_commission
#   recitals: [49]
#   exceptions: >-
#     Micro and small enterprises that are no very large online platforms, Art. 15(2), without a year of grace when they
#     grow. Services that report by other periods until the end of 2025 go on doing so (recitals 9 and 10 of the
#     implementing act). Where no report has been published, Art. 15(1) is breached and not its points. What was
#     published on a time for which none was owed need not meet them.
#   interpretation: >-
#     The rule stands in an implementing act; a fine presupposes a breach of the Regulation itself, so that a finding
#     here belongs to Arts 15, 24(1) or 42 and adds no second sum. Templates and the two months bind periods that end
#     on 31 December 2025 or later: whether the first half of 2025 is bound is unclear. That a report for half a year of
#     one's own accord is no breach is a reading.
#   catalogue: >-
#     The catalogue knows no half-years but those of designated services.
#   presupposes: dsa.art15.1
package dsa.art15.art15_3_ir2024_2835

import data.dsa.periods
import data.dsa.reports
import data.dsa.scope
import data.law
import data.readings

# METADATA
# title: There is a published report, and it was owed
presupposed if {
	input.transparency_reports.transparency_report_published
	not reports.voluntary
}

# METADATA
# title: The report does not use the templates of the implementing act
# custom:
#   words: templates concerning the form
#   remediation: >-
#     Publish the report in the templates of Annex I.
breach contains "no_template" if {
	reports.harmonised
	input.transparency_reports.transparency_report_uses_annex_i_template == false
}

# METADATA
# title: The report is published neither as CSV nor as XLSX
# custom:
#   words: templates concerning the form
#   remediation: >-
#     Publish the report as CSV or XLSX.
breach contains "format" if {
	reports.harmonised
	input.transparency_reports.transparency_report_format == "other"
}

# METADATA
# title: The report does not cover the prescribed period
# custom:
#   words: harmonised reporting periods
#   remediation: >-
#     Publish the report for the prescribed period, which is the calendar year or, for designated services, its
#     halves.
breach contains "period" if {
	reports.harmonised
	not prescribed_period
}

prescribed_period if {
	calendar_year
	not half_yearly
}

prescribed_period if {
	half_years_fit
	half_year
}

# The first report of a service begins when the service is first bound.
prescribed_period if {
	endswith(input.transparency_reports.transparency_report_last_period_end, law.transparency_year_ends)
	first_report
}

prescribed_period if {
	endswith(input.transparency_reports.transparency_report_last_period_end, law.transparency_half_year_ends)
	half_years_fit
	first_report
}

half_years_fit if scope.designated

# Who reports more often of its own accord keeps to the prescribed periods, as one can read it.
half_years_fit if readings.half_yearly_reports == "allowed"

calendar_year if {
	endswith(input.transparency_reports.transparency_report_last_period_end, law.transparency_year_ends)
	endswith(input.transparency_reports.transparency_report_last_period_start, law.transparency_year_begins)
	within_a_year
}

# The second cycle began on 17 February 2025 at the latest and runs to the end of that year.
calendar_year if {
	law.transparency_first_harmonised_period_end == input.transparency_reports.transparency_report_last_period_end
	input.transparency_reports.transparency_report_last_period_start <= law.transparency_transition_starts_latest
}

half_year if {
	endswith(input.transparency_reports.transparency_report_last_period_end, law.transparency_half_year_ends)
	endswith(input.transparency_reports.transparency_report_last_period_start, law.transparency_year_begins)
	within_a_year
}

half_year if {
	endswith(input.transparency_reports.transparency_report_last_period_end, law.transparency_year_ends)
	endswith(input.transparency_reports.transparency_report_last_period_start, law.transparency_half_year_begins)
	within_a_year
}

# METADATA
# title: The period of the report is no longer than a year
# custom: {period: observed}
within_a_year if {
	start := input.transparency_reports.transparency_report_last_period_start
	a_year_on := dates.add_months(start, law.transparency_report_interval_months)
	input.transparency_reports.transparency_report_last_period_end < a_year_on
}

first_report if {
	within_a_year
	input.transparency_reports.transparency_report_previous_published == false
}

# Half-years bind from the first period that begins when Section 5 applies, Art. 33(6).
half_yearly if {
	scope.designated
	scope.section5_starts_on <= input.transparency_reports.transparency_report_last_period_start
	not designation_over_by_then
}

# METADATA
# title: Section 5 had ceased to apply before the period of the report was over, Art. 33(6)
designation_over_by_then if {
	input.service.designation_terminated
	scope.section5_ends_on <= input.transparency_reports.transparency_report_last_period_end
}

# METADATA
# title: The report was published more than two months after the end of its period
# custom:
#   words: harmonised reporting periods
#   remediation: >-
#     The delay has ended with the publication; fix a day for the reports that follow.
#   ended_on: transparency_reports.transparency_report_published_on
breach contains "late" if {
	reports.harmonised
	day := input.transparency_reports.transparency_report_published_on
	period_end := input.transparency_reports.transparency_report_last_period_end
	periods.over(day, period_end, law.transparency_publication_months, "months")
}

# METADATA
# title: Versions of reports were taken down before five years had passed
# custom:
#   words: other details of reports
#   remediation: >-
#     Put the withdrawn versions back online.
breach contains "withdrawn" if input.transparency_reports.transparency_report_versions_withdrawn_early_count > 0
