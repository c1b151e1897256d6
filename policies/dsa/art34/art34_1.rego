# METADATA
# scope: package
# title: Systemic risks are identified, analysed and assessed with care
# description: >-
#   The provider carefully identifies, analyses and assesses the systemic risks that stem from the design, the
#   functioning, the algorithmic systems or the use of its service in the Union. The assessment is specific to the
#   service, proportionate to the risks, and weighs their severity and probability.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.1
#   article: 34(1)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [79, 80, 81, 82, 83, 84, 85, 90]
#   judgement_terms: [diligently, proportionate]
#   interpretation: >-
#     Evidence that is about the sector and not about the service does not make an assessment specific. Own
#     tests, consultations and independent tests that contradict a rating are evidence on diligence: they speak
#     against the assessment and are no findings of their own, for the rules on what an auditor measures address the
#     auditor.
package dsa.art34.art34_1

# METADATA
# title: There is no risk assessment
# custom:
#   words: [identify, analyse and assess]
#   remediation: >-
#     Carry out the assessment that is missing, on data and tests of the service itself.
breach contains "none" if input.risk_assessment.risk_assessment_exists == false

# METADATA
# title: The assessment leaves out one of the four categories of systemic risk
# custom:
#   words: shall include the following systemic risks
#   remediation: >-
#     Assess the category that was left out.
breach contains "category" if {
	assessment_exists
	some point in {"a", "b", "c", "d"}
	not point in input.risk_assessment.risk_assessment_categories
}

# METADATA
# title: The assessment leaves out a systemic risk that stems from the service
# custom:
#   words: [any systemic risks in the Union, stemming from the design or functioning]
#   remediation: >-
#     Assess the risks that were left out.
breach contains "omitted" if {
	assessment_exists
	some _ in input.risk_assessment.risk_assessment_risks_omitted
}

# METADATA
# title: The assessment is not specific to the service
# custom:
#   words: specific to their services
#   remediation: >-
#     Assess the service anew on its own data, tests and complaints.
breach contains "generic" if {
	assessment_exists
	input.risk_assessment.risk_assessment_service_specific_evidence == false
}

# METADATA
# title: The assessment does not weigh how severe the risks are
# custom:
#   words: severity
#   remediation: >-
#     Weigh for each risk how severe it is.
breach contains "severity" if {
	assessment_exists
	input.risk_assessment.risk_assessment_severity_scored == false
}

# METADATA
# title: The assessment does not weigh how probable the risks are
# custom:
#   words: probability
#   remediation: >-
#     Weigh for each risk how probable it is.
breach contains "probability" if {
	assessment_exists
	input.risk_assessment.risk_assessment_probability_scored == false
}

# METADATA
# title: The risks were not identified, analysed and assessed diligently
# custom:
#   words: [diligently, proportionate to the systemic risks]
#   remediation: >-
#     Repeat the parts that were done without care, with regard to the tests and indicators that were at hand.
breach contains "careless" if {
	assessment_exists
	input.risk_assessment.risk_assessment_diligent == false
}

assessment_exists if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The provider carried out no test of its own service
speaks_against contains "no_own_tests" if input.risk_assessment.risk_assessment_own_tests_count == 0

# METADATA
# title: The assessment draws on no data of the service itself
speaks_against contains "no_own_data" if count(input.risk_assessment.risk_assessment_own_data_sources) == 0

# METADATA
# title: No affected groups, independent experts or civil society were consulted
speaks_against contains "nobody_consulted" if input.risk_assessment.risk_assessment_affected_groups_consulted == false

# METADATA
# title: Independent tests found illegal items
speaks_against contains "contrary_tests" if input.risk_assessment.independent_test_found_illegal_items

# METADATA
# title: Goods known to be illegal stayed on offer or came back
speaks_against contains "left_up" if input.marketplace.illegal_goods_left_up

# METADATA
# title: Penalties for traders who repeatedly offer what is illegal are not applied
speaks_against contains "repeat_traders" if input.marketplace.repeat_trader_penalties_found_unapplied

# METADATA
# title: The assessment of further strands of the risks is still under examination
speaks_against contains "under_examination" if {
	some _ in input.risk_assessment.risk_strands_under_examination
}
