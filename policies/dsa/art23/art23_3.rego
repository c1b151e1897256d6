# METADATA
# scope: package
# title: Suspensions for misuse rest on an assessment of the single case and of four circumstances
# description: >-
#   Whether somebody misuses the service is assessed case by case, in a timely, diligent and objective manner, from
#   all relevant facts and at least the absolute numbers, the proportion, the gravity with its consequences and, where
#   it can be told, the intention.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_23
# custom:
#   id: dsa.art23.3
#   article: 23(3)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [63, 64]
#   judgement_terms: [timely, diligent and objective]
#   remediation: >-
#     Assess each case before suspending, and record the numbers, the proportion, the gravity and the intention that
#     were weighed.
package dsa.art23.art23_3

# METADATA
# title: Suspensions do not rest on a diligent and objective assessment of the single case
breach contains "not_assessed" if input.account_removals.suspensions_assessed_case_by_case == false

# METADATA
# title: Files on suspensions do not show that all four circumstances were weighed
breach contains "factors" if {
	sampled := input.account_removals.suspension_files_sampled_count
	input.account_removals.suspension_files_with_all_factors_count < sampled
}
