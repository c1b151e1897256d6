# METADATA
# scope: package
# title: The report covers suspensions for misuse
# description: >-
#   Platforms add to their report the number of suspensions under Art. 23, told apart by manifestly illegal content,
#   manifestly unfounded notices and manifestly unfounded complaints.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_24
# custom:
#   id: dsa.art24.1.b
#   article: 24(1)(b)
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
#   presupposes: dsa.art15.1
package dsa.art24.art24_1_b

import data.dsa.reports

# METADATA
# title: There is a published report, and it was owed
presupposed if {
	input.transparency_reports.transparency_report_published
	not reports.outside_section3
}

# METADATA
# title: The report does not give the number of suspensions for manifestly illegal content
# custom:
#   words: the provision of manifestly illegal content
#   remediation: >-
#     Add to the report the number of suspensions for manifestly illegal content.
breach contains "no_content" if input.transparency_reports.report_suspensions_illegal_content_given == false

# METADATA
# title: The report does not give the number of suspensions for manifestly unfounded notices
# custom:
#   words: the submission of manifestly unfounded notices
#   remediation: >-
#     Add to the report the number of suspensions for manifestly unfounded notices.
breach contains "no_notices" if input.transparency_reports.report_suspensions_unfounded_notices_given == false

# METADATA
# title: The report does not give the number of suspensions for manifestly unfounded complaints
# custom:
#   words: the submission of manifestly unfounded complaints
#   remediation: >-
#     Add to the report the number of suspensions for manifestly unfounded complaints.
breach contains "no_complaints" if input.transparency_reports.report_suspensions_unfounded_complaints_given == false
