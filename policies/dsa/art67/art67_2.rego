# METADATA
# scope: package
# title: Replies to simple requests for information are correct, complete and not misleading
# description: >-
#   A provider that replies to a simple request for information of the Commission supplies no incorrect, incomplete or
#   misleading information.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_67
# custom:
#   id: dsa.art67.2
#   article: 67(2)
#   kind: procedural
#   addressee: vlop_vlose
#   start: supervision
#   penalty: [art74_2_1pct]
#   supervised_by: commission
#   recitals: [141]
#   judgement_terms: []
#   interpretation: >-
#     A wrong reply to a request of which nobody knows whether it was simple or made by decision breaches Art. 67 either
#     way; which paragraph it breaches stays open until the kind is known.
#   exceptions: >-
#     No reply to a simple request is not in the list of Art. 74(2); the Commission can then ask by decision.
package dsa.art67.art67_2

# METADATA
# title: A reply to a simple request was incorrect, incomplete or misleading
# custom:
#   words: incorrect, incomplete or misleading information
#   remediation: >-
#     Correct and complete the reply on your own motion before the Commission relies on it.
breach contains "incorrect" if input.supervision.rfi_simple_incorrect_count > 0

breach contains "incorrect" if {
	some i, _ in input.supervision.rfi_of_unknown_kind
	input.supervision.rfi_of_unknown_kind[i].by_decision == false
	input.supervision.rfi_of_unknown_kind[i].incorrect
}
