# METADATA
# scope: package
# title: Each advertisement can be recognised as one
# description: >-
#   For each advertisement, recipients can see in real time, clearly, concisely and unambiguously, that it is one, among
#   other things by a prominent marking.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_26
# custom:
#   id: dsa.art26.1.a
#   article: 26(1)(a)
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
package dsa.art26.art26_1_a

# METADATA
# title: The platform presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: Advertisements are not recognisable as such
# custom:
#   words: ["clear, concise and unambiguous", in real time, information is an advertisement, prominent markings]
#   remediation: >-
#     Mark every advertisement prominently, where and while it is shown.
breach contains "unmarked" if {
	input.advertising.ads_marked_count < input.advertising.ads_sampled_count
}
