# METADATA
# scope: package
# title: Each advertisement says on whose behalf it is presented
# description: >-
#   For each advertisement, recipients can see in real time, clearly, concisely and unambiguously, on whose behalf it is
#   presented.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_26
# custom:
#   id: dsa.art26.1.b
#   article: 26(1)(b)
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
package dsa.art26.art26_1_b

# METADATA
# title: The platform presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: Advertisements do not show on whose behalf they are presented
# custom:
#   words: ["clear, concise and unambiguous", in real time, on whose behalf]
#   remediation: >-
#     Show with every advertisement on whose behalf it is presented.
breach contains "no_beneficiary" if {
	input.advertising.ads_show_beneficiary_count < input.advertising.ads_sampled_count
}
