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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [81]
#   interpretation: >-
#     The rights that the point singles out all have to be examined, be it with the result that the service does
#     not affect them.
#   presupposes: dsa.art34.1
#   catalogue: >-
#     The catalogue asks for the category also where there is no assessment at all; that breaches Art. 34(1) itself
#     is not asked again here.
package dsa.art34.art34_1_b

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The assessment does not cover effects on fundamental rights
# custom:
#   words: negative effects for the exercise of fundamental rights
#   remediation: >-
#     Assess the effects of the service on fundamental rights.
breach contains "left_out" if input.risk_assessment.risk_fundamental_rights_assessed == false

# METADATA
# title: The assessment passes over a fundamental right that the law names
# custom:
#   words:
#     - in particular
#     - human dignity
#     - private and family life
#     - protection of personal data
#     - freedom of expression and information
#     - non-discrimination
#     - rights of the child
#     - consumer protection
#   remediation: >-
#     Examine the effects of the service on each of the rights that the point names.
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

# METADATA
# title: The rights of the child have no analysis of their own
speaks_against contains "no_child_rights" if input.risk_assessment.risk_child_rights_assessed == false
