# METADATA
# scope: package
# title: Trusted flaggers with many poor notices are reported to their Digital Services Coordinator
# description: >-
#   Where a platform has information that a trusted flagger has submitted a significant number of insufficiently
#   precise, inaccurate or inadequately substantiated notices, it tells the Digital Services Coordinator that awarded
#   the status, with explanations and documents.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_22
# custom:
#   id: dsa.art22.6
#   article: 22(6)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [61, 62]
#   judgement_terms: [significant number]
#   interpretation: >-
#     Which number is significant is settled where the flaggers are counted.
package dsa.art22.art22_6

# METADATA
# title: Trusted flaggers with many poor notices were not reported with explanations and documents
# custom:
#   words:
#     - information indicating
#     - significant number
#     - communicate that information
#     - explanations and supporting documents
#   remediation: >-
#     Report those trusted flaggers to the Digital Services Coordinators that awarded their status, with the
#     documents.
breach contains "not_reported" if {
	reported := input.reporting_pipeline.tf_flaggers_reported_to_dsc_count
	reported < input.reporting_pipeline.tf_flaggers_over_error_parameter_count
}
