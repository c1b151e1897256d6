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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [74]
#   judgement_terms: [best efforts]
#   interpretation: >-
#     The paragraph speaks of traders and of what they offer; a share of new offers is a measure of best efforts, held
#     by a parameter.
#   remediation: >-
#     Put a check of the required information before every offer goes live.
package dsa.art31.art31_3

import data.parameters

# METADATA
# title: Traders may offer before it was checked that they gave the information
breach contains "unchecked_traders" if {
	checked := input.marketplace.new_traders_information_checked_before_offering_count
	checked < input.marketplace.new_traders_count
}

# METADATA
# title: Too many offers go live before it was checked that the information is there
breach contains "unchecked_offers" if {
	needed := input.marketplace.new_listings_count * parameters.new_listings_checked_percent_min
	input.marketplace.new_listings_checked_count * 100 < needed
}
