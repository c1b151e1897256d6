# METADATA
# scope: package
# title: The assessment covers fundamental rights
# description: >-
#   The assessment includes actual and foreseeable negative effects on fundamental rights, in particular on human
#   dignity, private and family life, data protection, freedom of expression and information, non-discrimination,
#   the rights of the child and consumer protection.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.1.b
#   article: 34(1)(b)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [81]
#   interpretation: >-
#     The rights that the point singles out all have to be examined, be it with the result that the service does
#     not affect them.
#   remediation: >-
#     Examine the effects of the service on each of the rights that the point names.
package dsa.art34.art34_1_b

# METADATA
# title: The assessment does not cover effects on fundamental rights
breach contains "left_out" if input.risk_assessment.risk_fundamental_rights_assessed == false

# METADATA
# title: The assessment passes over a fundamental right that the law names
breach contains "right_left_out" if {
	some right in {
		"human_dignity",
		"private_and_family_life",
		"data_protection",
		"expression_and_information",
		"non_discrimination",
		"rights_of_the_child",
		"consumer_protection",
	}
	not right in input.risk_assessment.risk_rights_listed
}
