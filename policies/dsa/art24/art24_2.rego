# METADATA
# scope: package
# title: The number of recipients in the Union is published every six months
# description: >-
#   By 17 February 2023 and at least every six months thereafter, each platform and search engine publishes, in a
#   public section of its interface, its average monthly active recipients in the Union over the past six months.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_24
# custom:
#   id: dsa.art24.2
#   article: 24(2)
#   kind: duty
#   addressee: online_platform
#   addressee_also: [online_search_engine]
#   exemption: art19_1
#   start: early
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [65, 77]
#   exceptions: >-
#     Art. 19(1) frees micro and small platforms, with a year of grace after they grow; nothing frees small search
#     engines.
#   interpretation: >-
#     Whether a statement that the number is below 45 million is information on the number is a reading. A service that
#     is younger than six months has no average yet; what it publishes of its own accord can cover less. How recipients
#     are counted (recital 77) speaks for or against the figure and decides nothing; that an authority, a court or an
#     auditor found it wrong does. Lateness is remembered until the next publication in time, where the days are known.
#   catalogue: >-
#     The catalogue asks for a figure, for a window of six months whatever the age of the service, and remembers no
#     lateness.
package dsa.art24.art24_2

import data.dsa.periods
import data.dsa.reports
import data.dsa.scope
import data.law
import data.readings

# METADATA
# title: The number of recipients has never been published
# custom:
#   words: By 17 February 2023
#   remediation: >-
#     Publish the six-month average for the service and the Union in a section that everybody can see.
breach contains "never" if {
	input.service.amar_published == false
	periods.passed(input.assessment.date, law.amar_first_publication)
	old_enough_on(input.assessment.date)
}

# METADATA
# title: More than six months have passed since the number of recipients was published
# custom:
#   words: at least once every six months thereafter
#   remediation: >-
#     Publish the number again, and fix a day for the next time.
breach contains "overdue" if {
	input.service.amar_published
	six_months_over(input.service.amar_published_on, input.assessment.date)
}

# METADATA
# title: The latest publication came more than six months after the one before
# custom:
#   words: at least once every six months thereafter
#   remediation: >-
#     The delay has ended with the publication; fix a day for the next time.
#   ended_on: service.amar_published_on
breach contains "late" if {
	input.service.amar_previous_published
	six_months_over(input.service.amar_previous_published_on, input.service.amar_published_on)
	not free_on(input.service.amar_published_on)
}

# METADATA
# title: The first publication came after its day
# custom:
#   words: By 17 February 2023
#   remediation: >-
#     The delay has ended with the publication; fix a day for the next time.
#   ended_on: service.amar_published_on
breach contains "late_first" if {
	input.service.amar_first_published
	input.service.amar_first_published_on == input.service.amar_published_on
	periods.passed(input.service.amar_published_on, law.amar_first_publication)
	old_enough_on(input.service.amar_published_on)
	not free_on(input.service.amar_published_on)
}

# METADATA
# title: There is no information for each platform and search engine
# custom:
#   words: for each online platform or online search engine
#   remediation: >-
#     Publish the number for each platform and search engine by itself.
breach contains "not_per_service" if {
	input.service.amar_published
	input.service.amar_per_service == false
}

# METADATA
# title: The information does not stand in a public section of the interface
# custom:
#   words: in a publicly available section
#   remediation: >-
#     Move the information to a section of the interface that everybody can see.
breach contains "not_public" if {
	input.service.amar_published
	input.service.amar_public_section == false
}

# METADATA
# title: No figure is published
# custom:
#   words: information on the average monthly active recipients
#   remediation: >-
#     Publish the figure, and not only that it lies below a threshold.
breach contains "no_figure" if {
	input.service.amar_published
	input.service.amar_published_as_figure == false
	readings.amar_statement == "figure_owed"
}

# METADATA
# title: The published number was found to be wrong
# custom:
#   words: information on the average monthly active recipients
#   remediation: >-
#     Count again by the method of recital 77, and publish the corrected number.
breach contains "inaccurate" if input.service.amar_found_inaccurate

# METADATA
# title: The figure does not cover the Union
# custom:
#   words: in the Union
#   remediation: >-
#     Publish the number for the Union as a whole, and only for the Union.
breach contains "not_union_wide" if {
	figure_published
	input.service.amar_union_wide == false
}

# METADATA
# title: The figure is not an average over six months
# custom:
#   words: over the period of the past six months
#   remediation: >-
#     Calculate the average over the past six months, and publish it.
breach contains "window" if {
	figure_published
	input.service.amar_window_months != law.amar_window_months
	not too_young_for_the_window
}

figure_published if {
	input.service.amar_published
	not statement_only
}

statement_only if input.service.amar_published_as_figure == false

# Before that there were no six months over which to average.
too_young_for_the_window if {
	input.service.amar_window_months < law.amar_window_months
	not old_enough_on(input.service.amar_published_on)
}

# METADATA
# title: The service has been there for six months, so that there is an average
# custom: {period: observed}
old_enough_on(day) if dates.add_months(input.service.offered_in_union_since, law.amar_window_months) < day

# METADATA
# title: A designation rests on an average that there was before
# custom: {period: observed}
old_enough_on(day) if {
	input.service.designation_status in {"vlop", "vlose"}
	dates.add_months(input.service.designation_notified_on, law.amar_window_months) < day
}

# METADATA
# title: Art. 19(1) freed the provider on a day or until the day before it, so that what came then is not late
# custom: {period: grace}
free_on(day) if {
	input.service.size_status_lost
	dates.add_days(day, -1) <= scope.grace_ends_on
	not scope.search_engine
	not reports.very_large_by(day)
}

six_months_over(start, day) if periods.over(day, start, law.amar_interval_months, "months")

# METADATA
# title: Recipients who are not logged in were left out of the count
speaks_against contains "logged_out_left_out" if input.service.amar_includes_logged_out_recipients == false

# METADATA
# title: The calculation of the figure is not documented
speaks_against contains "no_method" if input.service.amar_methodology_documented == false

# METADATA
# title: It is said to lie below a threshold, without a figure
speaks_against contains "below_threshold" if input.service.amar_published_as_figure == false
