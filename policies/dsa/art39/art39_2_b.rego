# METADATA
# scope: package
# title: The repository shows on whose behalf an advertisement is presented
# description: >-
#   For each advertisement the repository holds the natural or legal person on whose behalf it is presented.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.2.b
#   article: 39(2)(b)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art39.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   exceptions: >-
#     Services that present no advertisements. Advertisements removed for alleged illegality or breach of the terms are
#     recorded as Art. 39(3) says.
package dsa.art39.art39_2_b

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: The person on whose behalf an advertisement is presented is missing
# custom:
#   words: person on whose behalf the advertisement is presented
#   remediation: >-
#     Name in every entry the person on whose behalf the advertisement is presented.
breach contains "beneficiary" if {
	"beneficiary" in input.advertising.ad_repository_items_missing
}

breach contains "beneficiary" if {
	input.advertising.ad_repository_with_beneficiary_count < input.advertising.ad_repository_sample_size
}
