# METADATA
# scope: package
# title: Where buyers cannot all be reached, the interface tells them
# description: >-
#   Where the provider does not have the contact details of all consumers concerned, it makes the information on the
#   illegal product or service, the identity of the trader and the means of redress publicly available and easily
#   accessible on its online interface.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_32
# custom:
#   id: dsa.art32.2
#   article: 32(2)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [75]
#   judgement_terms: []
package dsa.art32.art32_2

# METADATA
# title: No public notice was given although buyers could not all be reached
# custom:
#   words: [does not have the contact details, publicly available]
#   remediation: >-
#     Publish the missing notices on the interface.
breach contains "no_notice" if {
	notices := input.marketplace.illegal_product_public_notices_count
	notices < input.marketplace.illegal_product_events_missing_contacts_count
}

# METADATA
# title: The public notice does not say that the product or service is illegal
# custom:
#   words: information concerning the illegal product or service
#   remediation: >-
#     Say in every public notice that the product or service is illegal, and make up for it where it was not said.
breach contains "no_illegality" if missing("illegality")

# METADATA
# title: The public notice does not say who the trader is
# custom:
#   words: identity of the trader
#   remediation: >-
#     Name the trader in every public notice, and make up for it where that was left out.
breach contains "no_trader_identity" if missing("trader_identity")

# METADATA
# title: The public notice does not say what redress there is
# custom:
#   words: relevant means of redress
#   remediation: >-
#     Name the means of redress in every public notice, and make up for it where that was left out.
breach contains "no_redress" if missing("redress")

missing(element) if {
	input.marketplace.illegal_product_public_notices_count > 0
	not element in input.marketplace.illegal_product_public_notice_elements
}

# METADATA
# title: The public notice is not easily accessible
# custom:
#   words: easily accessible
#   remediation: >-
#     Move the notices to where recipients find them easily.
breach contains "hidden" if {
	input.marketplace.illegal_product_public_notices_count > 0
	input.marketplace.illegal_product_public_notice_easily_accessible == false
}
