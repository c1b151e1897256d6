# METADATA
# scope: package
# title: A clear report on content moderation is published at least once a year
# description: >-
#   The provider publishes at least once a year a clear and easily comprehensible report on its content moderation in
#   the period, in a machine-readable format and easily accessible.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_15
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
# custom:
#   id: dsa.art15.1
#   article: 15(1)
#   kind: duty
#   addressee: intermediary
#   exemption: art15_2
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [49]
#   judgement_terms: [easily accessible, "clear, easily comprehensible"]
#   exceptions: >-
#     Micro and small enterprises that are no very large online platforms, Art. 15(2), without a year of grace when
#     they grow; no report is due on a period that ended before, and one that was published all the same need not meet
#     the paragraph. Designated services report every six months, Art. 42(1): a half-year that is missing or late is
#     found there.
#   interpretation: >-
#     Implementing Regulation (EU) 2024/2835 makes the years calendar years and gives two months after their end, and
#     has bound since 25 November 2024. The first cycle ran from 17 February 2024 to 16 February 2025, the second to 31
#     December 2025 (its recitals 8 and 9). In the first cycle one report at any time is enough as the default reading
#     has it; the rival counts twelve months from one to the next. Who began within it has a full year for the first
#     report. Lateness is remembered until the next report that comes in time, where the day of publication is known.
#   catalogue: >-
#     The catalogue counts twelve months between reports before the harmonised periods, and remembers no lateness.
package dsa.art15.art15_1

import data.dsa.periods
import data.dsa.reports
import data.law
import data.readings

# METADATA
# title: The report is not publicly available
# custom:
#   words: publicly available
#   remediation: >-
#     Put the report where everybody can read it without an account or a request.
breach contains "not_public" if {
	report_owed
	input.transparency_reports.transparency_report_public == false
}

# METADATA
# title: The report is not machine readable
# custom:
#   words: in a machine-readable format
#   remediation: >-
#     Publish the report, figures included, in a format that software can read.
breach contains "not_machine_readable" if {
	report_owed
	input.transparency_reports.transparency_report_machine_readable == false
}

# METADATA
# title: The report is not easily accessible
# custom:
#   words: in an easily accessible manner
#   remediation: >-
#     Link the report from where people look for it, and keep the link.
breach contains "hard_to_access" if {
	report_owed
	input.transparency_reports.transparency_report_easily_accessible == false
}

report_owed if {
	input.transparency_reports.transparency_report_published
	not reports.voluntary
}

# METADATA
# title: No report has ever been published, and the first one was due
# custom:
#   words: at least once a year
#   remediation: >-
#     Publish the report that is due.
breach contains "never" if {
	input.transparency_reports.transparency_report_published == false
	first_report_was_due
}

first_report_was_due if {
	began_by(law.transparency_first_cycle_end)
	first_cycle_missed
	year_since_beginning(input.assessment.date)
}

first_report_was_due if {
	some end in ends_of_years
	report_was_due(end)
	began_by(end)
}

# METADATA
# title: The report on the last period that is due has not been published
# custom:
#   words: at least once a year
#   remediation: >-
#     Publish the report that is due.
breach contains "overdue" if {
	input.transparency_reports.transparency_report_published
	next_report_was_due
}

next_report_was_due if {
	report_was_due(law.transparency_first_cycle_end)
	input.transparency_reports.transparency_report_last_period_end < law.general_application
	not reports.free_until_after(law.transparency_first_cycle_end)
}

next_report_was_due if {
	some end in ends_of_years
	report_was_due(end)
	input.transparency_reports.transparency_report_last_period_end < end
	not reports.half_of_year_reported(end)
	not reports.free_until_after(end)
}

# The rival reading of the first cycle: twelve months and not more lie between the periods of two reports. Later the
# reports on calendar years are due before.
next_report_was_due if {
	months := law.transparency_report_interval_months + law.transparency_publication_months
	periods.over(input.assessment.date, input.transparency_reports.transparency_report_last_period_end, months, "months")
	not reports.free_until_after(law.transparency_first_cycle_end)
	not grown_within_a_year_before(input.assessment.date)
	readings.yearly_cycle == "twelve_months"
}

# METADATA
# title: The latest report came after its day
# custom:
#   words: at least once a year
#   remediation: >-
#     The delay has ended with the publication; fix a day for the reports that follow.
#   ended_on: transparency_reports.transparency_report_published_on
breach contains "late" if {
	input.transparency_reports.transparency_report_publication_dated
	came_late
}

came_late if {
	last := input.transparency_reports.transparency_report_last_period_end
	law.general_application <= last
	last <= law.transparency_first_cycle_end
	published_after(law.transparency_first_cycle_end)
	year_since_beginning(input.transparency_reports.transparency_report_published_on)
	not reports.free_until_after(law.transparency_first_cycle_end)
}

came_late if {
	last := input.transparency_reports.transparency_report_last_period_end
	law.transparency_first_harmonised_period_end <= last
	endswith(last, law.transparency_year_ends)
	published_after(last)
	not reports.half_years_bind(last)
	not reports.free_until_after(last)
}

# METADATA
# title: The report is not clear and easily comprehensible
# custom:
#   words: clear, easily comprehensible
#   remediation: >-
#     Rewrite the report so that readers understand it without a guide, and say what the figures count.
breach contains "unclear" if {
	report_owed
	input.transparency_reports.transparency_report_clear == false
}

# METADATA
# title: When the latest report was published is not known, so that no lateness is remembered
speaks_against contains "undated" if {
	input.transparency_reports.transparency_report_published
	input.transparency_reports.transparency_report_publication_dated == false
}

# The last days of the calendar years that are over; the first of them that counts is that of 2025.
ends_of_years contains end if {
	some end in {end_of_last_year, dates.add_months(end_of_last_year, 0 - law.transparency_report_interval_months)}
	law.transparency_first_harmonised_period_end <= end
}

end_of_last_year := dates.add_days(concat("", [reports.this_year, law.transparency_year_begins]), -1)

report_was_due(end) if time_to_publish_over(input.assessment.date, end)

published_after(end) if time_to_publish_over(input.transparency_reports.transparency_report_published_on, end)

time_to_publish_over(day, end) if periods.over(day, end, law.transparency_publication_months, "months")

# A service owes a report on a period in which it was offered and not free by its size.
began_by(end) if {
	input.service.offered_in_union_since <= end
	not reports.free_until_after(end)
}

first_cycle_missed if report_was_due(law.transparency_first_cycle_end)

first_cycle_missed if {
	year_over(law.general_application, input.assessment.date)
	readings.yearly_cycle == "twelve_months"
}

# Who began within the first cycle has a full year for the first report.
year_since_beginning(day) if {
	year_over(input.service.offered_in_union_since, day)
	not grown_within_a_year_before(day)
}

# Art. 15(2) has no grace: whoever outgrows it has to report for the year that begins then.
grown_within_a_year_before(day) if {
	input.service.size_status_lost
	not year_over(input.service.size_status_lost_on, day)
	not reports.very_large_by(day)
}

year_over(start, day) if periods.over(day, start, law.transparency_report_interval_months, "months")
