# METADATA
# scope: package
# title: Traders that do not correct their information are suspended swiftly
# description: >-
#   Where the trader does not correct or complete the item, the provider swiftly suspends its service to that trader
#   for offers to consumers in the Union until all of it has been given.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_30
# custom:
#   id: dsa.art30.3.suspend
#   article: 30(3)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: [swiftly]
#   interpretation: >-
#     A median hides the slowest half, so that the time within which nineteen in twenty suspensions came counts as well.
#     Where it was not measured the median decides, and the verdict says so.
#   catalogue: >-
#     The catalogue knows the median only.
package dsa.art30.art30_3_suspend

import data.parameters

# METADATA
# title: Traders that let the time pass have not been suspended
# custom:
#   words: suspend the provision of its service
#   remediation: >-
#     Suspend the traders that let the time pass until they have given what was asked.
breach contains "not_suspended" if {
	input.marketplace.traders_unremedied_suspended_count < input.marketplace.traders_unremedied_count
	input.marketplace.oldest_missing_suspension_days > parameters.oldest_missing_suspension_days_max
}

# METADATA
# title: Suspensions come too late
# custom:
#   words: swiftly
#   remediation: >-
#     Make the suspension follow the end of the time by itself, so that it no longer waits for anybody.
breach contains "slow" if {
	limit := parameters.median_days_deadline_to_suspension_max
	input.marketplace.median_days_deadline_to_suspension > limit
}

# METADATA
# title: The slowest suspensions come too late
# custom:
#   words: swiftly
#   remediation: >-
#     Find out what holds back the slowest suspensions, and let every suspension follow the end of the time by itself.
breach contains "slow_tail" if {
	input.marketplace.traders_unremedied_suspended_count > 0
	input.marketplace.days_deadline_to_suspension_tail_measured
	input.marketplace.p95_days_deadline_to_suspension > parameters.p95_days_deadline_to_suspension_max
}

# METADATA
# title: How long the slowest suspensions took was not measured, so that the median decides
speaks_against contains "tail_unmeasured" if {
	input.marketplace.traders_unremedied_suspended_count > 0
	input.marketplace.days_deadline_to_suspension_tail_measured == false
}
