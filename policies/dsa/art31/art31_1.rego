# METADATA
# scope: package
# title: The interface enables traders to give the information that the law demands of them
# description: >-
#   The interface is designed and organised so that traders can meet their duties on pre-contractual, compliance and
#   product safety information under Union law; it enables them above all to give the contact data of the economic
#   operator.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_31
# custom:
#   id: dsa.art31.1
#   article: 31(1)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [74]
#   judgement_terms: []
package dsa.art31.art31_1

# METADATA
# title: Traders cannot give the information that is due before a contract
# custom:
#   words: pre-contractual information
#   remediation: >-
#     Add fields for what consumer law demands before a contract to the way in which traders enter offers, and show
#     what they enter.
breach contains "no_precontractual" if input.marketplace.listing_flow_precontractual_fields == false

# METADATA
# title: Traders cannot give compliance information
# custom:
#   words: compliance
#   remediation: >-
#     Add fields for compliance information, and show what traders enter.
breach contains "no_compliance" if input.marketplace.listing_flow_compliance_fields == false

# METADATA
# title: Traders cannot give product safety information
# custom:
#   words: product safety information
#   remediation: >-
#     Add fields for product safety information, such as warnings, and show what traders enter.
breach contains "no_safety" if input.marketplace.listing_flow_safety_fields == false

# METADATA
# title: Traders cannot give the contact data of the economic operator
# custom:
#   words: economic operator
#   remediation: >-
#     Add fields for the name, address, telephone number and email address of the economic operator, and show what
#     traders enter.
breach contains "no_economic_operator" if input.marketplace.listing_flow_economic_operator_fields == false

# METADATA
# title: Offers are live without that information
speaks_against contains "live_incomplete" if input.marketplace.listings_live_incomplete_count > 0
