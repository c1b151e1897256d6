# METADATA
# scope: package
# title: The platform engages in good faith with the chosen dispute settlement body
# description: >-
#   The platform engages in good faith with the certified body that the recipient chose, with a view to resolving the
#   dispute. It may refuse only if a dispute on the same information and the same grounds has been resolved already.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_21
# custom:
#   id: dsa.art21.2
#   article: 21(2)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [59, 60]
#   judgement_terms: [good faith]
#   exceptions: >-
#     Outcomes do not bind: not carrying one out is no breach. It is reported under Art. 24(1)(a) and may weigh under
#     Art. 35(1)(g).
package dsa.art21.art21_2

import data.parameters

# METADATA
# title: The platform left disputes unanswered
# custom:
#   words: engage
#   remediation: >-
#     Answer the disputes that were left lying, and give the body what it needs to decide.
breach contains "ignored" if {
	answered := input.complaints.ods_disputes_engaged_count + input.complaints.ods_refusals_count
	answered < input.complaints.ods_disputes_received_count
}

# METADATA
# title: The platform does not engage in good faith
# custom:
#   words: [in good faith, view to resolving the dispute]
#   remediation: >-
#     Take part with the aim of resolving disputes: give positions, evidence and answers in time.
breach contains "bad_faith" if input.complaints.ods_engaged_in_good_faith == false

# METADATA
# title: The platform refused disputes that were not resolved before
# custom:
#   words: same information and the same grounds
#   remediation: >-
#     Take part in the disputes that were refused without this ground.
breach contains "refused" if input.complaints.ods_refusals_same_dispute_count < input.complaints.ods_refusals_count

# METADATA
# title: Half of the answers to disputes take long
speaks_against contains "slow_answers" if {
	input.complaints.ods_response_median_days > parameters.ods_response_median_days_max
}
