# METADATA
# scope: package
# title: The report covers moderation on the provider's own initiative
# description: >-
#   The report informs meaningfully and comprehensibly about moderation on the provider's own initiative: automated
#   tools, training and help for moderators, and the number and type of measures, by type of illegality or breach of
#   the terms, by method of detection and by type of restriction.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_15
# custom:
#   id: dsa.art15.1.c
#   article: 15(1)(c)
#   kind: duty
#   addressee: intermediary
#   exemption: art15_2
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [49]
#   judgement_terms: [meaningful, comprehensible]
#   exceptions: >-
#     Micro and small enterprises that are no very large online platforms, Art. 15(2), without a year of grace when they
#     grow. Where no report has been published, Art. 15(1) is breached and not its points. What was published on a time
#     for which none was owed need not meet them. Who moderates nothing on own initiative has nothing to describe.
#   interpretation: >-
#     Without measures there is nothing to sort. A high number of removals keeps this duty no better than a low one
#     and says nothing about risks (Art. 35(1)).
#   catalogue: >-
#     The catalogue asks for the description also where nothing is moderated.
#   presupposes: dsa.art15.1
package dsa.art15.art15_1_c

import data.dsa.reports

# METADATA
# title: There is a published report, and it was owed
presupposed if {
	input.transparency_reports.transparency_report_published
	not reports.voluntary
}

# METADATA
# title: The report does not inform meaningfully about moderation on own initiative
# custom:
#   words: meaningful and comprehensible information
#   remediation: >-
#     Add to the report what moderation on own initiative is, and how it works.
breach contains "no_information" if {
	input.transparency_reports.report_own_initiative_present == false
	not nothing_moderated
}

# METADATA
# title: The report does not describe the use of automated tools
# custom:
#   words: the use of automated tools
#   remediation: >-
#     Add to the report which automated tools are used in it.
breach contains "no_automation" if {
	input.transparency_reports.report_own_initiative_automation_described == false
	not nothing_moderated
}

# METADATA
# title: The report does not describe the training and assistance of moderators
# custom:
#   words: training and assistance
#   remediation: >-
#     Add to the report how the people in charge are trained and helped.
breach contains "no_training" if {
	input.transparency_reports.report_moderator_training_described == false
	not nothing_moderated
}

# METADATA
# title: The report does not give the number and type of measures
# custom:
#   words: the number and type of measures
#   remediation: >-
#     Add to the report the number and type of measures, a zero included.
breach contains "no_count" if {
	input.transparency_reports.report_own_initiative_measures_count_given == false
	not nothing_moderated
}

# METADATA
# title: The report does not sort the measures by type of illegal content or breach of the terms
# custom:
#   words: type of illegal content or violation
#   remediation: >-
#     Add to the report the measures by type of illegal content or breach of the terms.
breach contains "no_violations" if {
	input.transparency_reports.report_measures_by_violation_type == false
	not no_measures
}

# METADATA
# title: The report does not sort the measures by method of detection
# custom:
#   words: the detection method
#   remediation: >-
#     Add to the report the measures by method of detection.
breach contains "no_detection" if {
	input.transparency_reports.report_measures_by_detection_method == false
	not no_measures
}

# METADATA
# title: The report does not sort the measures by type of restriction
# custom:
#   words: the type of restriction applied
#   remediation: >-
#     Add to the report the measures by type of restriction.
breach contains "no_restrictions" if {
	input.transparency_reports.report_measures_by_restriction_type == false
	not no_measures
}

no_measures if input.transparency_reports.report_own_initiative_measures_count == 0

no_measures if nothing_moderated

# The information is owed as applicable: a conduit that moderates nothing has nothing to describe.
nothing_moderated if input.transparency_reports.own_initiative_moderation_exists == false
