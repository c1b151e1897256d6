# METADATA
# scope: package
# title: The periods of transparency reports
# description: >-
#   From which period on the templates and periods of Implementing Regulation (EU) 2024/2835 bind the reports under Arts
#   15, 24(1) and 42, which reports nobody owed, and in which calendar year the assessment date lies.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
package dsa.reports

import data.dsa.scope
import data.law

# METADATA
# title: The latest report covers a period that is bound to the templates
# description: >-
#   Periods that end before are free in form and time; the first that is not ends with the year 2025.
harmonised if {
	law.transparency_first_harmonised_period_end <= input.transparency_reports.transparency_report_last_period_end
}

# METADATA
# title: The calendar year of the assessment date
this_year := substring(input.assessment.date, 0, 4)

# METADATA
# title: The latest report covers a time for which none was owed
# description: >-
#   What a provider publishes of its own accord, on a period that ended while it was small or before the Regulation
#   bound it, is no report under Art. 15: what it lacks breaches nothing.
voluntary if {
	input.service.size_status_lost
	law.general_application < input.service.size_status_lost_on
	free_until_after(input.transparency_reports.transparency_report_last_period_end)
}

voluntary if {
	input.transparency_reports.transparency_report_publication_dated
	input.transparency_reports.transparency_report_published_on < law.general_application
	not bound_early(input.transparency_reports.transparency_report_published_on)
}

# Art. 92.
bound_early(day) if {
	scope.designated
	scope.section5_starts_on <= day
}

# METADATA
# title: The latest report covers a time in which Section 3 did not bind the platform
# description: Art. 24(1) adds nothing to such a report.
outside_section3 if voluntary

outside_section3 if {
	input.service.size_status_lost
	law.general_application <= scope.grace_ends_on
	input.transparency_reports.transparency_report_last_period_end <= scope.grace_ends_on
	not very_large_by(input.transparency_reports.transparency_report_last_period_end)
}

# METADATA
# title: The provider was free by its size up to a day and after it
# description: >-
#   Before the day of loss the provider was small. A very large online platform is not free, whatever its size.
free_until_after(end) if {
	input.service.size_status_lost
	end < input.service.size_status_lost_on
	not very_large_by(end)
}

# METADATA
# title: The service had been designated as a very large online platform by a day
very_large_by(end) if {
	scope.very_large_platform
	input.service.designation_notified_on <= end
	not scope.designation_over
}

# METADATA
# title: A designated service has reported on the first half of a year
# description: >-
#   Such a service reports every six months, Art. 42(1). That the report on the second half is missing is found there;
#   once in the year it has reported.
half_of_year_reported(year_end) if {
	last := input.transparency_reports.transparency_report_last_period_end
	endswith(last, law.transparency_half_year_ends)
	substring(last, 0, 4) == substring(year_end, 0, 4)
	half_years_bind(last)
}

# METADATA
# title: On the last day of a period the service has to report by half-years, Arts 33(6) and 42(1)
half_years_bind(end) if {
	scope.designated
	scope.section5_starts_on <= end
	not section5_over_by(end)
}

section5_over_by(end) if {
	input.service.designation_terminated
	scope.section5_ends_on <= end
}
