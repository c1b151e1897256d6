# METADATA
# scope: package
# title: Traders are let in only after they have given the information that makes them traceable
# description: >-
#   A trader can use the marketplace towards consumers in the Union only if the provider has first obtained, where
#   applicable to the trader: contact data, a copy of an identity document or electronic identification, payment
#   account details, the entry in a trade register, and the commitment to offer only what complies with Union law.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_30
# custom:
#   id: dsa.art30.1
#   article: 30(1)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: []
#   exceptions: >-
#     Each item only where it applies to the trader. Traders already on the marketplace on 17 February 2024 had to be
#     asked within twelve months, Art. 30(2).
package dsa.art30.art30_1

# METADATA
# title: Traders offer to consumers although their contact data is missing
# custom:
#   words: [have obtained the following information, "name, address, telephone number and email address"]
#   remediation: >-
#     Obtain the name, address, telephone number and email address of the traders concerned, or suspend them until
#     they give it.
breach contains "no_contact_data" if {
	input.marketplace.traders_with_contact_data_count < input.marketplace.traders_offering_to_eu_consumers_count
}

# METADATA
# title: Traders offer to consumers although neither identity document nor electronic identification was given
# custom:
#   words: [have obtained the following information, identification document, electronic identification]
#   remediation: >-
#     Obtain a copy of an identification document or an electronic identification of the traders concerned, or suspend
#     them until they give it.
breach contains "no_identification" if {
	input.marketplace.traders_with_id_document_or_eid_count < input.marketplace.traders_offering_to_eu_consumers_count
}

# METADATA
# title: Traders offer to consumers although their payment account details are missing
# custom:
#   words: [have obtained the following information, payment account details]
#   remediation: >-
#     Obtain the payment account details of the traders concerned, or suspend them until they give them.
breach contains "no_payment_account" if {
	input.marketplace.traders_with_payment_account_count < input.marketplace.traders_payment_account_applicable_count
}

# METADATA
# title: Traders offer to consumers although their entry in a trade register is missing
# custom:
#   words: [have obtained the following information, trade register]
#   remediation: >-
#     Obtain the register and the number in it from the traders concerned, or suspend them until they give them.
breach contains "no_register_entry" if {
	input.marketplace.traders_with_register_number_count < input.marketplace.traders_register_applicable_count
}

# METADATA
# title: Traders offer to consumers without having committed themselves to lawful offers
# custom:
#   words: [have obtained the following information, self-certification]
#   remediation: >-
#     Obtain the commitment to offer only what complies with Union law from the traders concerned, or suspend them
#     until they give it.
breach contains "no_self_certification" if {
	input.marketplace.traders_with_self_certification_count < input.marketplace.traders_offering_to_eu_consumers_count
}

# METADATA
# title: Traders could offer to consumers before their information was complete
# custom:
#   words: prior to the use of their services
#   remediation: >-
#     Keep new traders from promoting and offering until every item that applies to them is in.
breach contains "let_in_early" if input.marketplace.traders_activated_before_complete_count > 0
