# METADATA
# scope: package
# title: The management body answers for governance that keeps compliance independent
# description: >-
#   The management body defines, oversees and answers for the governance arrangements that ensure the independence of
#   the compliance function: division of responsibilities, prevention of conflicts of interest, sound management of
#   systemic risks.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_41
# custom:
#   id: dsa.art41.5
#   article: 41(5)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   remediation: >-
#     Have the management body adopt the missing arrangements and follow up at fixed times how they are carried out.
package dsa.art41.art41_5

# METADATA
# title: The management body has not defined governance arrangements that keep compliance independent
breach contains "undefined" if input.compliance_function.board_governance_document == false

# METADATA
# title: The governance arrangements do not prevent conflicts of interest
breach contains "conflicts" if input.compliance_function.board_conflict_policy == false

# METADATA
# title: The management body does not oversee or answer for the governance arrangements
breach contains "no_oversight" if input.compliance_function.board_governance_overseen == false
