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
#   rule: supervision
#   penalty: [art74_2_1pct]
#   supervised_by: commission
#   recitals: [141]
#   judgement_terms: []
#   exceptions: >-
#     No reply to a simple request is not in the list of Art. 74(2); the Commission can then ask by decision.
#   remediation: >-
#     Correct and complete the reply on your own motion before the Commission relies on it.
package dsa.art67.art67_2

# METADATA
# title: A reply to a simple request was incorrect, incomplete or misleading
breach contains "incorrect" if {
	input.supervision.rfi_simple_count > 0
	input.supervision.rfi_simple_incorrect_count > 0
}
