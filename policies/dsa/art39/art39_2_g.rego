# METADATA
# scope: package
# title: The repository shows how many recipients an advertisement reached
# description: >-
#   For each advertisement the repository holds the total number of recipients reached and, where it applies, totals by
#   Member State for the groups that the advertisement was meant for.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.2.g
#   article: 39(2)(g)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art39.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   exceptions: >-
#     Services that present no advertisements.
package dsa.art39.art39_2_g

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: The number of recipients reached is missing
# custom:
#   words: total number of recipients of the service reached
#   remediation: >-
#     Give in every entry the number of recipients reached.
breach contains "reach" if {
	"reach" in input.advertising.ad_repository_items_missing
}

breach contains "reach" if {
	input.advertising.ad_repository_with_reach_count < input.advertising.ad_repository_sample_size
}

# METADATA
# title: The numbers by Member State for the groups aimed at are missing
# custom:
#   words: aggregate numbers broken down by Member State
#   remediation: >-
#     Give the numbers by Member State for the groups that each advertisement was aimed at.
breach contains "reach_by_member_state" if {
	"reach_by_member_state" in input.advertising.ad_repository_items_missing
}

breach contains "reach_by_member_state" if {
	input.advertising.ad_repository_with_reach_by_member_state_count < input.advertising.ad_repository_targeted_count
}
