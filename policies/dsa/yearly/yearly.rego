# METADATA
# scope: package
# title: What is due at least once a year
# description: >-
#   Arts 34(1), 37(1) and 41(6) want something at least once a year from the day on which Section 5 begins to apply, and
#   do not say between which days a year lies. What follows from either reading stands here, once.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj
package dsa.yearly

import data.dsa.periods
import data.dsa.scope
import data.law
import data.readings

# METADATA
# title: After what was done on an earlier day, the time for the next one, and some months more, was over on a later day
# description: >-
#   What was done before Section 5 began to apply counts as done on the day on which it began.
missed(earlier, later, extra) if {
	earlier <= scope.section5_starts_on
	cycle_over(later, 1, extra)
}

# Each cycle ends with the day of the calendar year on which Section 5 began; after one the next is due.
missed(earlier, later, extra) if {
	readings.yearly_cycle == "cycle"
	scope.section5_starts_on < earlier
	not after_day_of_start(earlier)
	cycle := calendar_years_since_start(earlier)
	cycle_over(later, cycle + 1, extra)
}

missed(earlier, later, extra) if {
	readings.yearly_cycle == "cycle"
	scope.section5_starts_on < earlier
	after_day_of_start(earlier)
	cycle := calendar_years_since_start(earlier) + 1
	cycle_over(later, cycle + 1, extra)
}

missed(earlier, later, extra) if {
	readings.yearly_cycle == "twelve_months"
	scope.section5_starts_on < earlier
	periods.over(later, earlier, law.year_months + extra, "months")
}

# METADATA
# title: The nth yearly cycle, and some months more, was over on a day
cycle_over(day, n, extra) if periods.over(day, scope.section5_starts_on, (n * law.year_months) + extra, "months")

after_day_of_start(day) if substring(day, 4, -1) > substring(scope.section5_starts_on, 4, -1)

calendar_years_since_start(day) := calendar_year(day) - calendar_year(scope.section5_starts_on)

calendar_year(day) := to_number(substring(day, 0, 4))
