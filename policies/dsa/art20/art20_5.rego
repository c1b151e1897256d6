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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   judgement_terms: [without undue delay]
#   remediation: >-
#     Answer every complaint with reasons of its own, and name out-of-court settlement and the other redress each
#     time.
package dsa.art20.art20_5

import data.parameters

# METADATA
# title: Complainants got no decision or none with reasons
breach contains "no_reasons" if {
	input.complaints.complaint_replies_reasoned_count < input.complaints.complaints_decided_count
}

# METADATA
# title: Complainants were not told of out-of-court dispute settlement
breach contains "no_settlement_info" if {
	input.complaints.complaint_replies_with_ods_info_count < input.complaints.complaints_decided_count
}

# METADATA
# title: Complainants were not told of other redress
breach contains "no_redress_info" if {
	input.complaints.complaint_replies_with_other_redress_info_count < input.complaints.complaints_decided_count
}

# METADATA
# title: Half of the replies come too late after the decision
breach contains "slow" if {
	limit := parameters.median_hours_complaint_decision_to_reply_max
	input.complaints.median_hours_complaint_decision_to_reply > limit
}
