# METADATA
# scope: package
# title: The repository shows when an advertisement was presented
# description: >-
#   For each advertisement the repository holds the period during which it was presented.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.2.d
#   article: 39(2)(d)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art39.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   exceptions: >-
#     Services that present no advertisements.
package dsa.art39.art39_2_d

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: The period during which an advertisement was presented is missing
# custom:
#   words: the period during which
#   remediation: >-
#     Give in every entry the period during which the advertisement was presented.
breach contains "period" if {
	"period" in input.advertising.ad_repository_items_missing
}

breach contains "period" if {
	input.advertising.ad_repository_with_period_count < input.advertising.ad_repository_sample_size
}
