# METADATA
# scope: package
# title: The report covers complaints
# description: >-
#   The report gives the complaints received through the internal system, for online platforms those under Art. 20 as
#   well, their basis, the decisions, the median time to decide and the number of reversals.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_15
# custom:
#   id: dsa.art15.1.d
#   article: 15(1)(d)
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
#     for which none was owed need not meet them.
#   interpretation: >-
#     Basis, decisions, time and reversals are asked for whatever system the complaint came through. Without
#     complaints there is none of them to give, and without a complaint system no figure at all.
#   catalogue: >-
#     The catalogue asks for the five measures also where there is no complaint system.
#   presupposes: dsa.art15.1
package dsa.art15.art15_1_d

import data.dsa.reports

# METADATA
# title: There is a published report, and it was owed
presupposed if {
	input.transparency_reports.transparency_report_published
	not reports.voluntary
}

# METADATA
# title: The report does not give the number of complaints
# custom:
#   words: the number of complaints received
#   remediation: >-
#     Add to the report the number of complaints, a zero included.
breach contains "no_count" if {
	input.transparency_reports.report_complaints_count_given == false
	not no_system
}

# METADATA
# title: The report does not give the basis of the complaints
# custom:
#   words: the basis for those complaints
#   remediation: >-
#     Add to the report the basis of the complaints.
breach contains "no_basis" if {
	input.transparency_reports.report_complaints_by_basis == false
	not no_complaints
}

# METADATA
# title: The report does not give the decisions on complaints
# custom:
#   words: decisions taken in respect of those complaints
#   remediation: >-
#     Add to the report the decisions on complaints.
breach contains "no_decisions" if {
	input.transparency_reports.report_complaint_decisions_by_outcome == false
	not no_complaints
}

# METADATA
# title: The report does not give the median time to decide complaints
# custom:
#   words: median time needed for taking those decisions
#   remediation: >-
#     Add to the report the median time to decide complaints.
breach contains "no_time" if {
	input.transparency_reports.report_median_complaint_decision_time_given == false
	not no_complaints
}

# METADATA
# title: The report does not give the number of reversed decisions
# custom:
#   words: decisions were reversed
#   remediation: >-
#     Add to the report the number of decisions that were reversed.
breach contains "no_reversals" if {
	input.transparency_reports.report_complaints_reversed_count_given == false
	not no_complaints
}

# METADATA
# title: The figures on complaints do not agree with the records
# custom:
#   words: the number of complaints received
#   remediation: >-
#     Correct the figures by the records of the complaint system, and publish the corrected version as such.
breach contains "wrong" if {
	input.transparency_reports.report_complaints_match_logs == false
	not no_system
}

no_complaints if input.transparency_reports.report_complaints_count == 0

# The figures are owed as applicable: where there is no system there are none. That a platform should have one is a
# matter of Art. 20(1).
no_system if {
	input.complaints.complaint_system_exists == false
	not complaints_reported
}

complaints_reported if input.transparency_reports.report_complaints_count > 0
