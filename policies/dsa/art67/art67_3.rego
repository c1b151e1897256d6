# METADATA
# scope: package
# title: Requests for information by decision are answered in time, correctly and completely
# description: >-
#   The provider replies to a request for information that the Commission makes by decision within the period set,
#   with correct, complete and not misleading information.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_67
# custom:
#   id: dsa.art67.3
#   article: 67(3)
#   kind: procedural
#   addressee: vlop_vlose
#   start: supervision
#   penalty: [art74_2_1pct, art76_5pct_daily]
#   supervised_by: commission
#   recitals: [141]
#   judgement_terms: []
#   interpretation: >-
#     A request of which nobody knows whether it was simple or made by decision counts once that is known. A late reply
#     stays an infringement; daily payments can compel one only as long as none has come.
package dsa.art67.art67_3

# METADATA
# title: A request by decision was not answered within its period
# custom:
#   words: [supply information by decision, period within which the information]
#   remediation: >-
#     Send the missing reply at once.
breach contains "late" if {
	input.supervision.rfi_decision_on_time_count < input.supervision.rfi_decision_count
}

breach contains "late" if {
	some i, _ in input.supervision.rfi_of_unknown_kind
	input.supervision.rfi_of_unknown_kind[i].by_decision
	input.supervision.rfi_of_unknown_kind[i].answered_on_time == false
}

# METADATA
# title: A reply to a request by decision was incorrect or misleading
# custom:
#   words: supply information by decision
#   remediation: >-
#     Correct what was wrong in the reply.
breach contains "incorrect" if input.supervision.rfi_decision_incorrect_count > 0

# METADATA
# title: A reply to a request by decision was incomplete
# custom:
#   words: specify what information is required
#   remediation: >-
#     Supply what the reply left out.
breach contains "incomplete" if input.supervision.rfi_decision_incomplete_count > 0

# METADATA
# title: A reply to a request that turned out to be made by decision was incorrect, incomplete or misleading
# custom:
#   words: supply information by decision
#   remediation: >-
#     Correct and complete the reply.
breach contains "wrong" if {
	some i, _ in input.supervision.rfi_of_unknown_kind
	input.supervision.rfi_of_unknown_kind[i].by_decision
	input.supervision.rfi_of_unknown_kind[i].incorrect
}
