# METADATA
# scope: package
# title: The repository holds an advertisement until a year after its last presentation
# description: >-
#   Each advertisement is in the repository for the whole time in which it is presented and until one year after it was
#   presented for the last time.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.1.retention
#   article: 39(1)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art39.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   judgement_terms: [entire period]
#   exceptions: >-
#     Services that present no advertisements.
#   interpretation: >-
#     The text grants no delay between the first presentation and the entry; a short technical one is tolerated by a
#     parameter. The year after the last presentation is one during which something is kept: no weekend and no holiday
#     moves its end.
package dsa.art39.art39_1_retention

import data.law
import data.parameters

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: Advertisements that are being presented are not in the repository
# custom:
#   words: for the entire period during which they present
#   remediation: >-
#     Enter each advertisement as soon as it is presented.
breach contains "current_missing" if input.advertising.ads_currently_shown_missing_count > 0

# METADATA
# title: Advertisements last presented less than a year ago are not in the repository
# custom:
#   words: until one year after
#   remediation: >-
#     Put back the advertisements that are missing and keep each until a year after its last presentation.
breach contains "past_missing" if input.advertising.ads_last_shown_within_year_missing_count > 0

# METADATA
# title: The repository drops advertisements before a year has passed since their last presentation
# custom:
#   words: until one year after
#   remediation: >-
#     Keep each advertisement until a year after its last presentation.
breach contains "dropped_early" if {
	input.advertising.ad_repository_retention_months < law.ad_repository_retention_months
}

# METADATA
# title: Advertisements reach the repository too late
# custom:
#   words: for the entire period during which they present
#   remediation: >-
#     Enter each advertisement as soon as it is presented.
breach contains "late" if {
	hours := input.advertising.p95_hours_ad_first_shown_to_repository
	hours > parameters.p95_hours_ad_first_shown_to_repository_max
}
