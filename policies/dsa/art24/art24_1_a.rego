# METADATA
# scope: package
# title: The report covers out-of-court disputes
# description: >-
#   Platforms add to their report the number of disputes submitted to out-of-court bodies, the outcomes, the median
#   time to complete them, and the share whose outcome the provider carried out.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_24
# custom:
#   id: dsa.art24.1.a
#   article: 24(1)(a)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [65, 66]
#   exceptions: >-
#     Where no report has been published, Art. 15(1) is breached and not what it has to hold. A report on a period that
#     ended while Art. 19 freed the platform, the year of grace included, owes nothing under Section 3. Designated
#     services report every six months, Art. 42(1).
#   interpretation: >-
#     Without disputes there is no outcome, time or share to give.
#   presupposes: dsa.art15.1
package dsa.art24.art24_1_a

import data.dsa.reports

# METADATA
# title: There is a published report, and it was owed
presupposed if {
	input.transparency_reports.transparency_report_published
	not reports.outside_section3
}

# METADATA
# title: The report does not give the number of out-of-court disputes
# custom:
#   words: the number of disputes submitted
#   remediation: >-
#     Add to the report the number of disputes before out-of-court bodies, a zero included.
breach contains "no_count" if input.transparency_reports.report_ods_disputes_count_given == false

# METADATA
# title: The report does not give the outcomes of the disputes
# custom:
#   words: the outcomes of the dispute settlement
#   remediation: >-
#     Add to the report the outcomes of the disputes.
breach contains "no_outcomes" if {
	input.transparency_reports.report_ods_outcomes == false
	not no_disputes
}

# METADATA
# title: The report does not give the median time to complete the disputes
# custom:
#   words: the median time needed
#   remediation: >-
#     Add to the report the median time to complete the disputes.
breach contains "no_time" if {
	input.transparency_reports.report_ods_median_days_given == false
	not no_disputes
}

# METADATA
# title: The report does not give the share of disputes whose outcome was carried out
# custom:
#   words: the share of disputes
#   remediation: >-
#     Add to the report the share of disputes whose outcome was carried out.
breach contains "no_share" if {
	input.transparency_reports.report_ods_implemented_share_given == false
	not no_disputes
}

no_disputes if input.transparency_reports.report_ods_disputes_count == 0
