# METADATA
# scope: package
# title: Those who frequently provide manifestly illegal content are warned and then suspended
# description: >-
#   After a prior warning and for a reasonable period, the platform suspends its service to recipients who frequently
#   provide manifestly illegal content.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_23
# custom:
#   id: dsa.art23.1
#   article: 23(1)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [63, 64]
#   judgement_terms: [frequently, manifestly illegal, reasonable period]
#   exceptions: >-
#     Stricter measures for grave offences and other measures under the terms stay possible (recital 64).
#   interpretation: >-
#     Who counts as frequent is for the provider to settle case by case under paragraph 3; the counts take its
#     finding, or that of an auditor or authority. Which length is reasonable is a judgement.
#   remediation: >-
#     Warn, and then suspend for a set and proportionate time, the accounts that keep posting manifestly illegal
#     content.
package dsa.art23.art23_1

import data.parameters

# METADATA
# title: Accounts that keep posting manifestly illegal content were not suspended
breach contains "not_suspended" if {
	input.account_removals.repeat_offenders_suspended_count < input.account_removals.repeat_offenders_identified_count
}

# METADATA
# title: Accounts that keep posting manifestly illegal content were not warned first
breach contains "not_warned" if {
	input.account_removals.repeat_offenders_warned_count < input.account_removals.repeat_offenders_identified_count
}

# METADATA
# title: Suspensions are too short to count
breach contains "too_short" if {
	input.account_removals.repeat_offenders_suspended_count > 0
	input.account_removals.suspension_median_days < parameters.suspension_median_days_min
}

# METADATA
# title: Suspensions last longer than a reasonable period
breach contains "too_long" if {
	input.account_removals.repeat_offenders_suspended_count > 0
	input.account_removals.suspension_median_days > parameters.suspension_median_days_max
}
