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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [49]
#   exceptions: >-
#     Micro and small enterprises that are no very large online platforms, Art. 15(2), without a year of grace when
#     they grow. Where no report has been published, Art. 15(1) is breached and not its points.
#   interpretation: >-
#     Without notices there is nothing to sort and no time to give. Notices that a fault kept from review count as
#     submitted.
#   remediation: >-
#     Add to the report what is missing about notices, and count every notice that was submitted.
package dsa.art15.art15_1_b

# METADATA
# title: There is a published report
concerned if input.transparency_reports.transparency_report_published

# METADATA
# title: The report does not give the number of notices
breach contains "no_count" if input.transparency_reports.report_notices_count_given == false

# METADATA
# title: The report does not sort the notices by type of allegedly illegal content
breach contains "no_types" if {
	input.transparency_reports.report_notices_by_type == false
	not no_notices
}

# METADATA
# title: The report does not give the number of notices from trusted flaggers
breach contains "no_trusted_flaggers" if {
	input.transparency_reports.report_notices_trusted_flagger_count_given == false
	not no_notices
}

# METADATA
# title: The report does not tell apart action on notices by law and by terms
breach contains "no_actions" if {
	input.transparency_reports.report_actions_law_vs_terms == false
	not no_notices
}

# METADATA
# title: The report does not give the number of notices processed by automated means
breach contains "no_automated" if {
	input.transparency_reports.report_notices_automated_count_given == false
	not no_notices
}

# METADATA
# title: The report does not give the median time to the action
breach contains "no_time" if {
	input.transparency_reports.report_median_time_to_action_given == false
	not no_notices
}

# METADATA
# title: The figures on notices do not agree with the notices that were submitted
breach contains "wrong" if input.transparency_reports.report_notices_match_logs == false

no_notices if input.transparency_reports.report_notices_count == 0
