# METADATA
# scope: package
# title: The repository shows who paid for an advertisement
# description: >-
#   For each advertisement the repository holds the natural or legal person who paid for it, where that is another than
#   the one on whose behalf it is presented.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.2.c
#   article: 39(2)(c)
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
package dsa.art39.art39_2_c

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: The person who paid for an advertisement is missing
# custom:
#   words: [who paid for the advertisement, if that person is different]
#   remediation: >-
#     Name in every entry who paid, where that is not the person on whose behalf the advertisement is presented.
breach contains "payer" if {
	"payer" in input.advertising.ad_repository_items_missing
}

breach contains "payer" if {
	input.advertising.ad_repository_with_payer_count < input.advertising.ad_repository_payer_differs_count
}
