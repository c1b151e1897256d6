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
#   rule: early
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [65, 77]
#   exceptions: >-
#     Art. 19(1) frees micro and small platforms, with a year of grace after they grow; nothing frees small search
#     engines.
#   interpretation: >-
#     A statement that the number is below 45 million gives no information on the number; whether it is enough is
#     disputed. A service that is younger than six months has no average yet. How recipients are counted (recital 77)
#     is evidence. A deadline on a Saturday or Sunday moves to the next working day (Regulation 1182/71).
#   remediation: >-
#     Publish, in a section that everybody can see, the six-month average for each service and the Union, and again
#     within six months.
package dsa.art24.art24_2

import data.law

# METADATA
# title: The number of recipients has never been published
breach contains "never" if {
	input.service.amar_published == false
	law.amar_first_publication < input.assessment.date
	old_enough
}

# Before that there are no six past months over which to average.
old_enough if {
	first_average := dates.add_months(input.service.offered_in_union_since, law.amar_window_months)
	first_average < input.assessment.date
}

# METADATA
# title: More than six months have passed since the number of recipients was published
breach contains "overdue" if {
	input.service.amar_published
	due := dates.add_months(input.service.amar_published_on, law.amar_interval_months)
	dates.deadline(due, law.holidays_in_every_member_state) < input.assessment.date
}

# METADATA
# title: No figure is published
breach contains "no_figure" if {
	input.service.amar_published
	input.service.amar_published_as_figure == false
}

# METADATA
# title: The figure is not an average over six months
breach contains "window" if {
	input.service.amar_published
	input.service.amar_window_months != law.amar_window_months
}

# METADATA
# title: The figure does not cover the Union
breach contains "not_union_wide" if {
	input.service.amar_published
	input.service.amar_union_wide == false
}

# METADATA
# title: There is no information for each platform and search engine
breach contains "not_per_service" if {
	input.service.amar_published
	input.service.amar_per_service == false
}

# METADATA
# title: The information does not stand in a public section of the interface
breach contains "not_public" if {
	input.service.amar_published
	input.service.amar_public_section == false
}
