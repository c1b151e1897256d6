# METADATA
# scope: package
# title: Information on traders is disclosed to others only where the law requires it
# description: >-
#   Apart from what paragraph 7 makes public, the provider discloses the information to third parties only where
#   applicable law so requires, orders under Art. 10 and requests of authorities under the Regulation included.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_30
# custom:
#   id: dsa.art30.6
#   article: 30(6)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: []
package dsa.art30.art30_6

# METADATA
# title: Information on traders was disclosed although no law required it
# custom:
#   words: "only disclose the information to third parties"
#   remediation: >-
#     Stop disclosures that no law requires, and ask those who received the information to delete it.
breach contains "no_basis" if input.marketplace.trader_data_disclosures_without_basis_count > 0
