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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [74]
#   judgement_terms: []
#   remediation: >-
#     Add the missing fields to the way in which traders enter offers, and show what they enter.
package dsa.art31.art31_1

# METADATA
# title: Traders cannot give the information that is due before a contract
breach contains "no_precontractual" if input.marketplace.listing_flow_precontractual_fields == false

# METADATA
# title: Traders cannot give compliance information
breach contains "no_compliance" if input.marketplace.listing_flow_compliance_fields == false

# METADATA
# title: Traders cannot give product safety information
breach contains "no_safety" if input.marketplace.listing_flow_safety_fields == false

# METADATA
# title: Traders cannot give the contact data of the economic operator
breach contains "no_economic_operator" if input.marketplace.listing_flow_economic_operator_fields == false
