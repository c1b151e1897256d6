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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [63, 64]
#   judgement_terms: [frequently, manifestly illegal, reasonable period]
#   exceptions: >-
#     Stricter measures for grave offences and other measures under the terms stay possible (recital 64): an account
#     that was closed need not be suspended, and a closure has no length.
#   interpretation: >-
#     Who counts as frequent is for the provider to settle case by case under paragraph 3; the counts take its
#     finding, or that of an auditor or authority. Which length is reasonable is a judgement.
package dsa.art23.art23_1

import data.parameters

# METADATA
# title: Accounts that keep posting manifestly illegal content were not suspended
# custom:
#   words: [suspend, frequently provide manifestly illegal content]
#   remediation: >-
#     Suspend the accounts that keep posting manifestly illegal content after a warning.
breach contains "not_suspended" if {
	input.account_removals.repeat_offenders_suspended_count < input.account_removals.repeat_offenders_identified_count
}

# METADATA
# title: Accounts that keep posting manifestly illegal content were not warned first
# custom:
#   words: prior warning
#   remediation: >-
#     Warn before suspending, and lift the suspensions that came without a warning.
breach contains "not_warned" if {
	input.account_removals.repeat_offenders_warned_count < input.account_removals.repeat_offenders_identified_count
}

# METADATA
# title: Suspensions are too short to count
# custom:
#   words: reasonable period of time
#   remediation: >-
#     Let a suspension last long enough to be noticed.
breach contains "too_short" if {
	somebody_suspended
	input.account_removals.suspension_median_days < parameters.suspension_median_days_min
}

# METADATA
# title: Suspensions last longer than a reasonable period
# custom:
#   words: reasonable period of time
#   remediation: >-
#     Shorten suspensions to a set and proportionate time.
breach contains "too_long" if {
	somebody_suspended
	input.account_removals.suspension_median_days > parameters.suspension_median_days_max
}

# A closure is no suspension: where accounts were closed and none was suspended, the median is 0 and says nothing.
somebody_suspended if {
	input.account_removals.repeat_offenders_suspended_count > 0
	not none_but_closures
}

none_but_closures if input.account_removals.suspension_median_days == 0
