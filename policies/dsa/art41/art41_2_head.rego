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
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   remediation: >-
#     Appoint a senior manager as head who has no operational role beside it.
package dsa.art41.art41_2_head

# METADATA
# title: The compliance function has no head
breach contains "no_head" if input.compliance_function.compliance_head_named == false

# METADATA
# title: The head of compliance is not a senior manager
breach contains "not_senior" if input.compliance_function.compliance_head_senior == false

# METADATA
# title: The head of compliance has another role that takes away independence
breach contains "operational_role" if input.compliance_function.compliance_head_operational_role
