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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   interpretation: >-
#     The paragraph binds the management body and does not presuppose that the function is there: arrangements also
#     have to divide responsibilities, prevent conflicts of interest and manage systemic risks. Whether arrangements
#     prevent conflicts or are overseen is asked only where there are some.
package dsa.art41.art41_5

# METADATA
# title: The management body has not defined governance arrangements that keep compliance independent
# custom:
#   words:
#     - define
#     - governance arrangements
#     - independence of the compliance function
#     - division of responsibilities
#     - sound management of systemic risks
#   remediation: >-
#     Have the management body adopt arrangements that keep the compliance function independent, divide
#     responsibilities and manage systemic risks.
breach contains "undefined" if input.compliance_function.board_governance_document == false

# METADATA
# title: The governance arrangements do not prevent conflicts of interest
# custom:
#   words: prevention of conflicts of interest
#   remediation: >-
#     Add rules to the arrangements that prevent conflicts of interest.
breach contains "conflicts" if {
	input.compliance_function.board_governance_document
	input.compliance_function.board_conflict_policy == false
}

# METADATA
# title: The management body does not oversee or answer for the governance arrangements
# custom:
#   words: oversee and be accountable for the implementation
#   remediation: >-
#     Have the management body follow up at fixed times how the arrangements are carried out, and answer for it.
breach contains "no_oversight" if {
	input.compliance_function.board_governance_document
	input.compliance_function.board_governance_overseen == false
}
