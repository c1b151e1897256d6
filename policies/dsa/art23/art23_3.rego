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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [63, 64]
#   judgement_terms: [timely, diligent and objective]
#   interpretation: >-
#     Where there were suspensions and no file was read, whether the circumstances are weighed has to be known
#     otherwise.
package dsa.art23.art23_3

# METADATA
# title: Suspensions do not rest on a diligent and objective assessment of the single case
# custom:
#   words: [case-by-case basis, "timely, diligent and objective"]
#   remediation: >-
#     Assess each case in time and with care before suspending, and not by a count of strikes alone.
breach contains "not_assessed" if input.account_removals.suspensions_assessed_case_by_case == false

# METADATA
# title: Suspensions do not weigh all four circumstances
# custom:
#   words:
#     - all relevant facts and circumstances
#     - absolute numbers
#     - relative proportion
#     - gravity of the misuses
#     - intention
#   remediation: >-
#     Weigh and record numbers, proportion, gravity and intention before each suspension, and look again at those in
#     which it was not done.
breach contains "factors" if {
	sampled := input.account_removals.suspension_files_sampled_count
	input.account_removals.suspension_files_with_all_factors_count < sampled
}

# METADATA
# title: Suspensions do not weigh all four circumstances
# custom:
#   words:
#     - all relevant facts and circumstances
#     - absolute numbers
#     - relative proportion
#     - gravity of the misuses
#     - intention
#   remediation: >-
#     Weigh and record numbers, proportion, gravity and intention before each suspension, and look again at those in
#     which it was not done.
breach contains "factors" if {
	input.account_removals.suspension_files_sampled_count == 0
	not nobody_suspended
	input.account_removals.suspension_factors_weighed == false
}

nobody_suspended if {
	input.account_removals.repeat_offenders_suspended_count == 0
	input.account_removals.abusive_notifiers_suspended_count == 0
}

# METADATA
# title: Statements of reasons tell of suspensions by fully automated means
speaks_against contains "automated" if input.account_removals.account_suspension_statements_fully_automated_count > 0
