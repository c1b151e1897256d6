# METADATA
# scope: package
# title: The interface has room for what identifies product and trader
# description: >-
#   The interface enables traders to give at least what identifies the product or service clearly and unambiguously, a
#   sign that identifies the trader, and, where it applies, labelling and marking under Union rules on product safety
#   and compliance.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_31
# custom:
#   id: dsa.art31.2
#   article: 31(2)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [74]
#   judgement_terms: []
package dsa.art31.art31_2

# METADATA
# title: Traders cannot identify the product or service clearly
# custom:
#   words: clear and unambiguous identification
#   remediation: >-
#     Add fields for what identifies the product or service, such as a model number, and show what traders enter.
breach contains "no_identification" if input.marketplace.listing_flow_product_identification == false

# METADATA
# title: Traders cannot show a sign that identifies them
# custom:
#   words: sign identifying the trader
#   remediation: >-
#     Let traders show a trademark, symbol or logo.
breach contains "no_sign" if input.marketplace.listing_flow_trader_sign == false

# METADATA
# title: Traders cannot give labelling and marking
# custom:
#   words: labelling and marking
#   remediation: >-
#     Add fields for labelling and marking, and show what traders enter.
breach contains "no_labelling" if input.marketplace.listing_flow_labelling_marking == false
