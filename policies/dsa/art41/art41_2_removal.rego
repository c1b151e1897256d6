# METADATA
# scope: package
# title: The head of compliance is removed only with prior approval of the management body
# description: >-
#   The head of the compliance function is not removed without prior approval of the management body.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_41
# custom:
#   id: dsa.art41.2.removal
#   article: 41(2)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   presupposes: dsa.art41.1
#   interpretation: >-
#     That nobody was removed keeps the provision.
package dsa.art41.art41_2_removal

# METADATA
# title: There is a compliance function
presupposed if input.compliance_function.compliance_function_exists

# METADATA
# title: The head of compliance was removed without prior approval of the management body
# custom:
#   words: not be removed without prior approval
#   remediation: >-
#     Reverse the removal or bring it before the management body, and make its approval a condition of any removal.
breach contains "no_approval" if {
	approved := input.compliance_function.compliance_head_removals_preapproved_count
	approved < input.compliance_function.compliance_head_removals_count
}
