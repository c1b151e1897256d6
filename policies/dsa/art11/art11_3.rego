# METADATA
# scope: package
# title: The languages for contact with authorities are stated and suitable
# description: >-
#   The provider states which official languages can be used with its point of contact: one that is broadly understood
#   by the largest possible number of citizens of the Union, and at least one of the State of main establishment or of
#   its legal representative.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_11
# custom:
#   id: dsa.art11.3
#   article: 11(3)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [42]
#   judgement_terms: [broadly understood]
#   interpretation: >-
#     The text names no language; English is taken as the one that is broadly understood.
#   presupposes: dsa.art11.1
package dsa.art11.art11_3

import data.parameters

# METADATA
# title: There is a point of contact for authorities
presupposed if input.contact_points.authority_contact_point_exists

# METADATA
# title: No broadly understood language is stated for contact with authorities
# custom:
#   words: language broadly understood
#   remediation: >-
#     State with the contact details that authorities may write in English, and answer in English.
breach contains "no_broad_language" if not broadly_understood

# METADATA
# title: No official language of the home State is stated for contact with authorities
# custom:
#   words: [specify the official language or languages, at least one of the official languages]
#   remediation: >-
#     State with the contact details that authorities may write in an official language of the home State, and answer in
#     it.
breach contains "no_home_language" if {
	not home_language
	not without_home_state
}

broadly_understood if {
	parameters.broadly_understood_language in input.contact_points.authority_contact_languages
}

home_language if {
	some language in input.contact_points.establishment_or_representative_state_official_languages
	language in input.contact_points.authority_contact_languages
}

# Without an establishment and without a representative there is no State whose language could be asked for; that is
# found under Art. 13(1).
without_home_state if {
	input.service.established_in_eu == false
	input.contact_points.legal_representative_designated == false
}
