# METADATA
# scope: package
# title: The report describes automated moderation, its accuracy and its safeguards
# description: >-
#   The report describes any use of automated means for content moderation, with their precise purposes, indicators of
#   accuracy, the possible rate of error and the safeguards applied.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_15
# custom:
#   id: dsa.art15.1.e
#   article: 15(1)(e)
#   kind: duty
#   addressee: intermediary
#   exemption: art15_2
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [49]
#   exceptions: >-
#     Micro and small enterprises that are no very large online platforms, Art. 15(2), without a year of grace when they
#     grow. Where no report has been published, Art. 15(1) is breached and not its points. What was published on a time
#     for which none was owed need not meet them. Without automated means there is nothing to describe.
#   presupposes: dsa.art15.1
package dsa.art15.art15_1_e

import data.dsa.reports

# METADATA
# title: There is a published report, and it was owed
presupposed if {
	input.transparency_reports.transparency_report_published
	not reports.voluntary
}

# METADATA
# title: Automated means were used in the period of the report
concerned if input.transparency_reports.report_automation_used

# METADATA
# title: The report does not describe the automated means
# custom:
#   words: a qualitative description
#   remediation: >-
#     Add to the report a description of the automated means in use.
breach contains "no_description" if input.transparency_reports.report_automation_description == false

# METADATA
# title: The report does not name the precise purposes of the automated means
# custom:
#   words: the precise purposes
#   remediation: >-
#     Add to the report the precise purposes of the automated means.
breach contains "no_purposes" if input.transparency_reports.report_automation_purposes == false

# METADATA
# title: The report does not give indicators of accuracy
# custom:
#   words: indicators of the accuracy
#   remediation: >-
#     Add to the report indicators of the accuracy of the automated means.
breach contains "no_accuracy" if input.transparency_reports.report_automation_accuracy_given == false

# METADATA
# title: The report does not give the possible rate of error
# custom:
#   words: the possible rate of error
#   remediation: >-
#     Add to the report the possible rate of error of the automated means.
breach contains "no_error_rate" if input.transparency_reports.report_automation_error_rate_given == false

# METADATA
# title: The report does not describe the safeguards
# custom:
#   words: any safeguards applied
#   remediation: >-
#     Add to the report the safeguards applied to the automated means.
breach contains "no_safeguards" if input.transparency_reports.report_automation_safeguards == false
