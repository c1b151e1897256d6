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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: []
#   exceptions: >-
#     Each item only where it applies to the trader. Traders already on the marketplace on 17 February 2024 had to be
#     asked within twelve months, Art. 30(2).
#   remediation: >-
#     Obtain the missing items or suspend the traders concerned, and keep new traders from offering until all items
#     are in.
package dsa.art30.art30_1

# METADATA
# title: Traders offer to consumers although their contact data is missing
breach contains "no_contact_data" if {
	input.marketplace.traders_with_contact_data_count < input.marketplace.traders_offering_to_eu_consumers_count
}

# METADATA
# title: Traders offer to consumers although neither identity document nor electronic identification was given
breach contains "no_identification" if {
	input.marketplace.traders_with_id_document_or_eid_count < input.marketplace.traders_offering_to_eu_consumers_count
}

# METADATA
# title: Traders offer to consumers although their payment account details are missing
breach contains "no_payment_account" if {
	input.marketplace.traders_with_payment_account_count < input.marketplace.traders_payment_account_applicable_count
}

# METADATA
# title: Traders offer to consumers although their entry in a trade register is missing
breach contains "no_register_entry" if {
	input.marketplace.traders_with_register_number_count < input.marketplace.traders_register_applicable_count
}

# METADATA
# title: Traders offer to consumers without having committed themselves to lawful offers
breach contains "no_self_certification" if {
	input.marketplace.traders_with_self_certification_count < input.marketplace.traders_offering_to_eu_consumers_count
}

# METADATA
# title: Traders could offer to consumers before their information was complete
breach contains "let_in_early" if input.marketplace.traders_activated_before_complete_count > 0
