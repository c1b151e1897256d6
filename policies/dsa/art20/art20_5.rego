# METADATA
# scope: package
# title: Complainants are told the reasoned decision and their further redress without undue delay
# description: >-
#   The platform tells complainants, without undue delay, its reasoned decision, that they can turn to an out-of-court
#   body under Art. 21, and which other redress there is.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_20
# custom:
#   id: dsa.art20.5
#   article: 20(5)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   judgement_terms: [without undue delay]
#   presupposes: dsa.art20.1
#   exceptions: >-
#     Complainants who were warned and suspended under Art. 23(2) after the decision need not be told meanwhile and
#     are left out.
package dsa.art20.art20_5

import data.parameters

# METADATA
# title: There is an internal complaint system
presupposed if input.complaints.complaint_system_exists

# METADATA
# title: Complainants got no decision or none with reasons
# custom:
#   words: reasoned decision
#   remediation: >-
#     Answer every complaint with reasons that deal with it.
breach contains "no_reasons" if input.complaints.complaint_replies_reasoned_count < to_be_told

# METADATA
# title: Complainants were not told of out-of-court dispute settlement
# custom:
#   words: possibility of out-of-court dispute settlement
#   remediation: >-
#     Name out-of-court dispute settlement in every reply to a complaint.
breach contains "no_settlement_info" if input.complaints.complaint_replies_with_ods_info_count < to_be_told

# METADATA
# title: Complainants were not told of other redress
# custom:
#   words: other available possibilities for redress
#   remediation: >-
#     Name the other redress, such as the courts, in every reply to a complaint.
breach contains "no_redress_info" if input.complaints.complaint_replies_with_other_redress_info_count < to_be_told

# Art. 23(2): who has been warned and suspended need not be told while the suspension lasts.
to_be_told := input.complaints.complaints_decided_count - input.complaints.complaints_set_aside_untold_count

# METADATA
# title: Half of the replies come too late after the decision
# custom:
#   words: without undue delay
#   remediation: >-
#     Send the reply with the decision.
breach contains "slow" if {
	limit := parameters.median_hours_complaint_decision_to_reply_max
	input.complaints.median_hours_complaint_decision_to_reply > limit
}

# METADATA
# title: The slowest twentieth of the replies comes too late after the decision
# custom:
#   words: without undue delay
#   remediation: >-
#     Find out what holds up the slowest replies, and send them.
breach contains "slow_tail" if {
	input.complaints.complaints_decided_count > 0
	input.complaints.p95_hours_complaint_decision_to_reply_measured
	limit := parameters.p95_hours_complaint_decision_to_reply_max
	input.complaints.p95_hours_complaint_decision_to_reply > limit
}

# METADATA
# title: How long the slowest replies took was not measured
speaks_against contains "tail_not_measured" if {
	input.complaints.complaints_decided_count > 0
	input.complaints.p95_hours_complaint_decision_to_reply_measured == false
}
