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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [74]
#   judgement_terms: []
#   remediation: >-
#     Add the missing fields to the way in which traders enter offers, and show what they enter.
package dsa.art31.art31_2

# METADATA
# title: Traders cannot identify the product or service clearly
breach contains "no_identification" if input.marketplace.listing_flow_product_identification == false

# METADATA
# title: Traders cannot show a sign that identifies them
breach contains "no_sign" if input.marketplace.listing_flow_trader_sign == false

# METADATA
# title: Traders cannot give labelling and marking
breach contains "no_labelling" if input.marketplace.listing_flow_labelling_marking == false
