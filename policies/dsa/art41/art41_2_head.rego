# METADATA
# scope: package
# title: The head of compliance is an independent senior manager with a distinct responsibility
# description: >-
#   The management body ensures that the head of the compliance function is an independent senior manager whose
#   distinct responsibility is that function.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_41
# custom:
#   id: dsa.art41.2.head
#   article: 41(2)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   presupposes: dsa.art41.1
package dsa.art41.art41_2_head

# METADATA
# title: There is a compliance function
presupposed if input.compliance_function.compliance_function_exists

# METADATA
# title: The compliance function has no head
# custom:
#   words: head of the compliance function
#   remediation: >-
#     Appoint a senior manager as head of the function.
breach contains "no_head" if input.compliance_function.compliance_head_named == false

# METADATA
# title: The head of compliance is not a senior manager
# custom:
#   words: senior manager
#   remediation: >-
#     Make the head a senior manager, or appoint one who is.
breach contains "not_senior" if {
	input.compliance_function.compliance_head_named
	input.compliance_function.compliance_head_senior == false
}

# METADATA
# title: The head of compliance has another role that takes away independence
# custom:
#   words: [independent, distinct responsibility]
#   remediation: >-
#     Relieve the head of the operational role, so that the function is what he or she answers for.
breach contains "operational_role" if input.compliance_function.compliance_head_operational_role
