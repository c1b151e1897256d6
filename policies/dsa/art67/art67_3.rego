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
#   rule: supervision
#   penalty: [art74_2_1pct, art76_5pct_daily]
#   supervised_by: commission
#   recitals: [141]
#   judgement_terms: []
#   remediation: >-
#     Send the missing reply at once, and correct and complete what was wrong.
package dsa.art67.art67_3

# METADATA
# title: A request by decision was not answered within its period
breach contains "late" if {
	input.supervision.rfi_decision_count > 0
	input.supervision.rfi_decision_on_time_count < input.supervision.rfi_decision_count
}

# METADATA
# title: A reply to a request by decision was incorrect or misleading
breach contains "incorrect" if {
	input.supervision.rfi_decision_count > 0
	input.supervision.rfi_decision_incorrect_count > 0
}

# METADATA
# title: A reply to a request by decision was incomplete
breach contains "incomplete" if {
	input.supervision.rfi_decision_count > 0
	input.supervision.rfi_decision_incomplete_count > 0
}
