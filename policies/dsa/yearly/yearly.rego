# METADATA
# scope: package
# title: What is due at least once a year
# description: >-
#   Arts 34(1), 37(1) and 41(6) want something at least once a year from the day on which Section 5 begins to apply, and
#   do not say between which days a year lies. What follows from either reading stands here, once. What was done before
#   Section 5 began counts as done on its first day.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj
package dsa.yearly

import data.dsa.periods
import data.dsa.scope
import data.law
import data.readings

# METADATA
# title: After what was done on an earlier day, the time for the next one, and some months more, was over on a later day
missed(earlier, later, extra) if {
	readings.yearly_cycle == "cycle"
	periods.passed(later, dates.cycle_end(scope.section5_starts_on, law.year_months + extra, earlier))
}

missed(earlier, later, extra) if {
	readings.yearly_cycle == "twelve_months"
	earlier <= scope.section5_starts_on
	cycle_over(later, 1, extra)
}

missed(earlier, later, extra) if {
	readings.yearly_cycle == "twelve_months"
	scope.section5_starts_on < earlier
	periods.over(later, earlier, law.year_months + extra, "months")
}

# METADATA
# title: What came in time, on the working day after a year, was that year's, and the next year was over as well
missed_after_moved_end(earlier, later, day, extra) if {
	readings.yearly_cycle == "cycle"
	year_ended := dates.cycle_end(scope.section5_starts_on, law.year_months, earlier)
	year_ended < later
	not periods.passed(later, year_ended)
	two_years := law.year_months + law.year_months
	periods.passed(day, dates.cycle_end(scope.section5_starts_on, two_years + extra, earlier))
}

# METADATA
# title: The nth yearly cycle, and some months more, was over on a day
cycle_over(day, n, extra) if periods.over(day, scope.section5_starts_on, (n * law.year_months) + extra, "months")
