# METADATA
# scope: package
# title: The periods of transparency reports
# description: >-
#   From which period on the templates and periods of Implementing Regulation (EU) 2024/2835 bind the reports under Arts
#   15, 24(1) and 42, and in which calendar year the assessment date lies.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
package dsa.reports

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
