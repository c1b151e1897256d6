# METADATA
# scope: package
# title: Before traders may offer it is checked that they gave the information
# description: >-
#   The provider makes best efforts to assess, before it allows traders to offer, whether they have given the
#   information of paragraphs 1 and 2.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_31
# custom:
#   id: dsa.art31.3
#   article: 31(3)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [74]
#   judgement_terms: [best efforts]
#   interpretation: >-
#     The paragraph speaks of traders and of what they offer. Best efforts are no guarantee, so that the share of new
#     traders and of new offers that have to be checked is a parameter each.
#   catalogue: >-
#     The catalogue measures offers only; the encoding tolerated no trader without a check, as if the result were owed.
package dsa.art31.art31_3

import data.parameters

# METADATA
# title: Too many traders may offer before it was checked that they gave the information
# custom:
#   words: [best efforts to assess, prior to allowing them to offer]
#   remediation: >-
#     Put a check of the required information before a trader is allowed to offer.
breach contains "unchecked_traders" if {
	needed := input.marketplace.new_traders_count * parameters.new_traders_information_checked_percent_min
	input.marketplace.new_traders_information_checked_before_offering_count * 100 < needed
}

# METADATA
# title: Too many offers go live before it was checked that the information is there
# custom:
#   words: [best efforts to assess, have provided the information]
#   remediation: >-
#     Put a check of the required information before an offer goes live.
breach contains "unchecked_offers" if {
	needed := input.marketplace.new_listings_count * parameters.new_listings_checked_percent_min
	input.marketplace.new_listings_checked_count * 100 < needed
}

# METADATA
# title: Offers are live without the information
speaks_against contains "live_incomplete" if input.marketplace.listings_live_incomplete_count > 0
