# METADATA
# scope: package
# title: The statement gives the legal ground and explains it
# description: >-
#   Where the content is alleged to be illegal, the statement refers to the legal ground relied on and explains why the
#   content is illegal on that ground.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_17
# custom:
#   id: dsa.art17.3.d
#   article: 17(3)(d)
#   kind: duty
#   addressee: hosting
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [54, 55]
#   judgement_terms: []
#   exceptions: >-
#     Only where the host knows the recipient's electronic contact details; not for deceptive high-volume commercial
#     content (Art. 17(2)); not for orders under Art. 9 (Art. 17(5)).
#   remediation: >-
#     Name the provision relied on and say in a sentence why the content falls under it.
package dsa.art17.art17_3_d

# METADATA
# title: Statements about illegal content do not name the legal ground
breach contains "no_ground" if {
	stated := input.statements_of_reasons.sor_with_legal_ground_count
	stated < input.statements_of_reasons.sor_illegality_ground_count
}

# METADATA
# title: Statements about illegal content do not explain why it is illegal
breach contains "no_explanation" if {
	stated := input.statements_of_reasons.sor_with_legal_explanation_count
	stated < input.statements_of_reasons.sor_illegality_ground_count
}
