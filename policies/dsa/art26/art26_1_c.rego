# METADATA
# scope: package
# title: Each advertisement says who paid, where that is somebody else
# description: >-
#   For each advertisement, recipients can see in real time who paid for it, where that is another person than the one
#   on whose behalf it is presented.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_26
# custom:
#   id: dsa.art26.1.c
#   article: 26(1)(c)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [68, 69]
#   judgement_terms: ["clear, concise and unambiguous"]
#   exceptions: >-
#     Only platforms that present advertisements.
package dsa.art26.art26_1_c

# METADATA
# title: The platform presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: Advertisements do not show who paid for them
# custom:
#   words: ["clear, concise and unambiguous", in real time, who paid, if that person is different]
#   remediation: >-
#     Show with every advertisement who paid for it, where that is not the person on whose behalf it is presented.
breach contains "no_payer" if {
	input.advertising.ads_show_payer_count < input.advertising.ads_payer_differs_count
}
