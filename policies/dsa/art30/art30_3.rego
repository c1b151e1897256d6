# METADATA
# scope: package
# title: Traders are asked to correct information that seems wrong
# description: >-
#   Where the provider has sufficient indications or reason to believe that an item is inaccurate, incomplete or out
#   of date, it asks the trader to remedy that without delay or within the time set by law.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_30
# custom:
#   id: dsa.art30.3
#   article: 30(3)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: [sufficient indications]
package dsa.art30.art30_3

# METADATA
# title: Traders were not asked to correct information that seems wrong
# custom:
#   words: [sufficient indications, request that the trader remedy]
#   remediation: >-
#     Ask every trader concerned to correct or complete the item, and set the time for it.
breach contains "not_asked" if {
	input.marketplace.trader_correction_requests_count < input.marketplace.trader_data_flags_count
}
