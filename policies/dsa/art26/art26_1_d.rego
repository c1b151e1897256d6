# METADATA
# scope: package
# title: Each advertisement leads to why it is shown and how to change that
# description: >-
#   For each advertisement, recipients reach directly and easily from it meaningful information on the main parameters
#   that decided that they see it and, where these can be changed, on how to change them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_26
# custom:
#   id: dsa.art26.1.d
#   article: 26(1)(d)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [68, 69]
#   judgement_terms: ["clear, concise and unambiguous", directly and easily accessible, meaningful information]
#   exceptions: >-
#     Only platforms that present advertisements.
package dsa.art26.art26_1_d

import data.parameters

# METADATA
# title: The platform presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: The main parameters cannot be reached from the advertisement
# custom:
#   words: ["clear, concise and unambiguous", in real time, meaningful information, main parameters]
#   remediation: >-
#     Give with every advertisement a way to the main parameters that decided who sees it.
breach contains "no_parameters" if {
	input.advertising.ads_show_parameters_count < input.advertising.ads_sampled_count
}

# METADATA
# title: It takes too many clicks from the advertisement to its parameters
# custom:
#   words: directly and easily accessible
#   remediation: >-
#     Shorten the way from the advertisement to its parameters to a click or two.
breach contains "too_many_clicks" if {
	input.advertising.ads_parameters_clicks_from_ad > parameters.ads_parameters_clicks_from_ad_max
}

# METADATA
# title: The information does not say how the parameters can be changed
# custom:
#   words: how to change those parameters
#   remediation: >-
#     Say with the parameters how they can be changed.
breach contains "no_change" if input.advertising.ads_parameters_change_option == false
