# METADATA
# scope: package
# title: Consumers see who the trader is
# description: >-
#   The provider shows recipients the contact data of the trader, its entry in a register and its commitment to lawful
#   offers, in a clear, easily accessible and comprehensible manner and at least where the product or service is
#   presented.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_30
# custom:
#   id: dsa.art30.7
#   article: 30(7)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: ["clear, easily accessible and comprehensible"]
package dsa.art30.art30_7

# METADATA
# title: Offers do not show all the information on the trader where the product or service is presented
# custom:
#   words: ["points (a), (d) and (e)", where the information on the product is presented]
#   remediation: >-
#     Show contact data, register entry and commitment of the trader with every offer, where the product or service is
#     presented.
breach contains "not_shown" if {
	input.marketplace.listings_show_trader_info_count < input.marketplace.listings_sampled_count
}

# METADATA
# title: The information on the trader is not clear, easily accessible and comprehensible
# custom:
#   words: "clear, easily accessible and comprehensible"
#   remediation: >-
#     Write the information plainly and put it where nobody has to look for it.
breach contains "unclear" if input.marketplace.trader_info_clear_and_accessible == false
