# METADATA
# scope: package
# title: Those who frequently submit manifestly unfounded notices or complaints are warned and set aside
# description: >-
#   After a prior warning and for a reasonable period, the platform suspends the processing of notices and complaints
#   from people and bodies that frequently submit manifestly unfounded ones.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_23
# custom:
#   id: dsa.art23.2
#   article: 23(2)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [63, 64]
#   judgement_terms: [frequently, manifestly unfounded, reasonable period]
#   exceptions: >-
#     Poor notices of trusted flaggers are reported to their Digital Services Coordinator under Art. 22(6).
#   interpretation: >-
#     Who counts as frequent is for the provider to settle case by case under paragraph 3; the counts take its
#     finding, or that of an auditor or authority. Which length is reasonable is a judgement.
package dsa.art23.art23_2

import data.parameters

# METADATA
# title: Those who abuse notices or complaints were not suspended
# custom:
#   words: [suspend, processing of notices and complaints, manifestly unfounded]
#   remediation: >-
#     Set aside for a time the notices and complaints of those who abuse them after a warning.
breach contains "not_suspended" if {
	input.account_removals.abusive_notifiers_suspended_count < input.account_removals.abusive_notifiers_identified_count
}

# METADATA
# title: Those who abuse notices or complaints were not warned first
# custom:
#   words: prior warning
#   remediation: >-
#     Warn before suspending, and lift the suspensions that came without a warning.
breach contains "not_warned" if {
	input.account_removals.abusive_notifiers_warned_count < input.account_removals.abusive_notifiers_identified_count
}

# METADATA
# title: Suspensions are too short to count
# custom:
#   words: reasonable period of time
#   remediation: >-
#     Let a suspension last long enough to be noticed.
breach contains "too_short" if {
	input.account_removals.abusive_notifiers_suspended_count > 0
	input.account_removals.notifier_suspension_median_days < parameters.suspension_median_days_min
}

# METADATA
# title: Suspensions last longer than a reasonable period
# custom:
#   words: reasonable period of time
#   remediation: >-
#     Shorten suspensions to a set and proportionate time.
breach contains "too_long" if {
	input.account_removals.notifier_suspension_median_days > parameters.suspension_median_days_max
}
