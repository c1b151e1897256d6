# METADATA
# scope: package
# title: The repository shows for whom an advertisement was meant, and for whom not
# description: >-
#   For each advertisement the repository says whether it was meant for particular groups of recipients and, if so,
#   gives the main parameters used for that, including those used to exclude groups.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.2.e
#   article: 39(2)(e)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art39.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   exceptions: >-
#     Services that present no advertisements.
package dsa.art39.art39_2_e

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: It is missing whether an advertisement was meant for particular groups
# custom:
#   words: whether the advertisement was intended
#   remediation: >-
#     Say in every entry whether the advertisement was meant for particular groups.
breach contains "targeting_yes_no" if {
	"targeting_yes_no" in input.advertising.ad_repository_items_missing
}

breach contains "targeting_yes_no" if {
	input.advertising.ad_repository_with_targeting_yes_no_count < input.advertising.ad_repository_sample_size
}

# METADATA
# title: The main parameters for reaching particular groups are missing
# custom:
#   words: main parameters used for that purpose
#   remediation: >-
#     Give in every entry the main parameters by which groups were aimed at.
breach contains "targeting_parameters" if {
	"targeting_parameters" in input.advertising.ad_repository_items_missing
}

breach contains "targeting_parameters" if {
	input.advertising.ad_repository_with_targeting_parameters_count < input.advertising.ad_repository_targeted_count
}

# METADATA
# title: The main parameters for excluding particular groups are missing
# custom:
#   words: parameters used to exclude
#   remediation: >-
#     Give in every entry the main parameters by which groups were excluded.
breach contains "exclusions" if {
	"exclusions" in input.advertising.ad_repository_items_missing
}

breach contains "exclusions" if {
	input.advertising.ad_repository_with_exclusions_count < input.advertising.ad_repository_exclusions_applicable_count
}
