# METADATA
# scope: package
# title: Buyers of illegal products and services are told
# description: >-
#   When the provider becomes aware that a trader offered an illegal product or service to consumers in the Union
#   through the marketplace, it tells those who bought it in the six months before, as far as it has their contact
#   details, that it is illegal, who the trader is and what redress there is.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_32
# custom:
#   id: dsa.art32.1
#   article: 32(1)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [75]
#   judgement_terms: []
#   exceptions: >-
#     Purchases more than six months before the provider became aware, and buyers whose contact details it does not
#     have.
package dsa.art32.art32_1

# METADATA
# title: Buyers of an illegal product or service were not told
# custom:
#   words: [inform, consumers who purchased the illegal product or service]
#   remediation: >-
#     Send the missing messages to everybody who bought within the six months.
breach contains "not_told" if {
	input.marketplace.buyers_informed_count < input.marketplace.buyers_in_window_with_contact_count
}

# METADATA
# title: Buyers were not told that the product or service is illegal
# custom:
#   words: fact that the product or service is illegal
#   remediation: >-
#     Say in every message that the product or service is illegal, and make up for it where it was not said.
breach contains "no_illegality" if missing("illegality")

# METADATA
# title: Buyers were not told who the trader is
# custom:
#   words: identity of the trader
#   remediation: >-
#     Name the trader in every message, and make up for it where that was left out.
breach contains "no_trader_identity" if missing("trader_identity")

# METADATA
# title: Buyers were not told what redress there is
# custom:
#   words: relevant means of redress
#   remediation: >-
#     Name the means of redress in every message, and make up for it where that was left out.
breach contains "no_redress" if missing("redress")

missing(element) if {
	input.marketplace.buyers_in_window_with_contact_count > 0
	not element in input.marketplace.buyer_notice_elements
}
