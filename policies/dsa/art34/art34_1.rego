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
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [79, 80, 81, 82, 83, 84, 85, 90]
#   judgement_terms: [diligently, proportionate]
#   interpretation: >-
#     Evidence that is about the sector and not about the service does not make an assessment specific. Own
#     tests, consultations and independent tests that contradict a rating are evidence on diligence and no
#     findings of their own.
#   remediation: >-
#     Assess the service anew on its own data and tests, cover every risk that stems from it, and weigh the
#     severity and probability of each.
package dsa.art34.art34_1

# METADATA
# title: There is no risk assessment
breach contains "none" if input.risk_assessment.risk_assessment_exists == false

# METADATA
# title: The assessment leaves out one of the four categories of systemic risk
breach contains "category" if {
	some point in {"a", "b", "c", "d"}
	not point in input.risk_assessment.risk_assessment_categories
}

# METADATA
# title: The assessment leaves out a systemic risk that stems from the service
breach contains "omitted" if {
	some _ in input.risk_assessment.risk_assessment_risks_omitted
}

# METADATA
# title: The assessment is not specific to the service
breach contains "generic" if input.risk_assessment.risk_assessment_service_specific_evidence == false

# METADATA
# title: The assessment does not weigh how severe the risks are
breach contains "severity" if input.risk_assessment.risk_assessment_severity_scored == false

# METADATA
# title: The assessment does not weigh how probable the risks are
breach contains "probability" if input.risk_assessment.risk_assessment_probability_scored == false

# METADATA
# title: The risks were not identified, analysed and assessed diligently
breach contains "careless" if input.risk_assessment.risk_assessment_diligent == false
