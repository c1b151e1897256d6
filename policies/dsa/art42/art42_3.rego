# METADATA
# scope: package
# title: The report states the recipients in each Member State
# description: >-
#   The half-yearly reports include the average monthly recipients of the service for each Member State.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_42
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
# custom:
#   id: dsa.art42.3
#   article: 42(3)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   presupposes: dsa.art42.1.first
#   interpretation: >-
#     A number of 0 is a number. Whether a number is right is no question of this paragraph.
package dsa.art42.art42_3

import data.law

# METADATA
# title: A report has been published as a designated service
presupposed if input.transparency_reports.transparency_report_first_published

# METADATA
# title: The report gives no number of recipients for a Member State
# custom:
#   words: [average monthly recipients, each Member State]
#   remediation: >-
#     Add the number for each Member State that is missing.
breach contains "state_missing" if {
	some state in law.member_states
	not state in object.keys(input.service.amar_by_member_state)
}
