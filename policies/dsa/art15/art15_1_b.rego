# METADATA
# scope: package
# title: The report covers notices
# description: >-
#   A host reports the notices under Art. 16 by type of allegedly illegal content, those from trusted flaggers, the
#   action taken on notices by law or by terms, those processed by automated means, and the median time to the action.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_15
# custom:
#   id: dsa.art15.1.b
#   article: 15(1)(b)
#   kind: duty
#   addressee: hosting
#   exemption: art15_2
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [49]
#   exceptions: >-
#     Micro and small enterprises that are no very large online platforms, Art. 15(2), without a year of grace when they
#     grow. Where no report has been published, Art. 15(1) is breached and not its points. What was published on a time
#     for which none was owed need not meet them.
#   interpretation: >-
#     Without notices there is nothing to sort and no time to give. Notices that a fault kept from review count as
#     submitted. The information is owed as applicable: that a host which is no platform owes no figure on trusted
#     flaggers is a reading.
#   catalogue: >-
#     The catalogue asks every host for the figure on trusted flaggers.
#   presupposes: dsa.art15.1
package dsa.art15.art15_1_b

import data.dsa.reports
import data.dsa.scope
import data.readings

# METADATA
# title: There is a published report, and it was owed
presupposed if {
	input.transparency_reports.transparency_report_published
	not reports.voluntary
}

# METADATA
# title: The report does not give the number of notices
# custom:
#   words: the number of notices submitted
#   remediation: >-
#     Add to the report the number of notices, a zero included.
breach contains "no_count" if input.transparency_reports.report_notices_count_given == false

# METADATA
# title: The report does not sort the notices by type of allegedly illegal content
# custom:
#   words: the type of alleged illegal content
#   remediation: >-
#     Add to the report the notices by type of allegedly illegal content.
breach contains "no_types" if {
	input.transparency_reports.report_notices_by_type == false
	not no_notices
}

# METADATA
# title: The report does not give the number of notices from trusted flaggers
# custom:
#   words: notices submitted by trusted flaggers
#   remediation: >-
#     Add to the report the number of notices from trusted flaggers.
breach contains "no_trusted_flaggers" if {
	input.transparency_reports.report_notices_trusted_flagger_count_given == false
	not no_notices
	trusted_flaggers_are_owed
}

# Trusted flaggers stand in a Section on online platforms; that other hosts owe no figure on them is a reading.
trusted_flaggers_are_owed if scope.addressed(platforms)

trusted_flaggers_are_owed if readings.trusted_flagger_figures == "all_hosts"

platforms := {"addressee": "online_platform", "addressee_also": [], "vlop_only": false}

# METADATA
# title: The report does not tell apart action on notices by law and by terms
# custom:
#   words: on the basis of the law
#   remediation: >-
#     Add to the report the action taken on notices, by law and by terms.
breach contains "no_actions" if {
	input.transparency_reports.report_actions_law_vs_terms == false
	not no_notices
}

# METADATA
# title: The report does not give the number of notices processed by automated means
# custom:
#   words: notices processed by using automated means
#   remediation: >-
#     Add to the report the number of notices processed by automated means.
breach contains "no_automated" if {
	input.transparency_reports.report_notices_automated_count_given == false
	not no_notices
}

# METADATA
# title: The report does not give the median time to the action
# custom:
#   words: median time needed for taking the action
#   remediation: >-
#     Add to the report the median time from a notice to the action.
breach contains "no_time" if {
	input.transparency_reports.report_median_time_to_action_given == false
	not no_notices
}

# METADATA
# title: The figures on notices do not agree with the notices that were submitted
# custom:
#   words: the number of notices submitted
#   remediation: >-
#     Count every notice that was submitted, those that a fault kept from review included, and publish the corrected
#     version as such.
breach contains "wrong" if input.transparency_reports.report_notices_match_logs == false

no_notices if input.transparency_reports.report_notices_count == 0
