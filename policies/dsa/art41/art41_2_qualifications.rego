# METADATA
# scope: package
# title: Compliance officers are qualified
# description: >-
#   The management body ensures that the compliance officers have the professional qualifications, knowledge,
#   experience and ability that their tasks need.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_41
# custom:
#   id: dsa.art41.2.qualifications
#   article: 41(2)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   presupposes: dsa.art41.1
package dsa.art41.art41_2_qualifications

# METADATA
# title: There is a compliance function with at least one officer
presupposed if {
	input.compliance_function.compliance_function_exists
	input.compliance_function.compliance_officers_count > 0
}

# METADATA
# title: Compliance officers lack the qualifications or experience that their tasks need
# custom:
#   words: professional qualifications, knowledge, experience and ability
#   remediation: >-
#     Train, replace or support the officers who lack what their tasks need.
breach contains "unqualified" if {
	qualified := input.compliance_function.compliance_officers_qualified_count
	qualified < input.compliance_function.compliance_officers_count
}
