# METADATA
# scope: package
# title: A provider from outside the Union has a legal representative
# description: >-
#   A provider that offers services in the Union without being established there designates in writing a legal or
#   natural person as its legal representative in one of the Member States where it offers its services.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_13
# custom:
#   id: dsa.art13.1
#   article: 13(1)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [44]
#   judgement_terms: []
#   exceptions: >-
#     Providers with an establishment in the Union. The representative can be held liable itself (Art. 13(3)) and is no
#     establishment (Art. 13(5)).
package dsa.art13.art13_1

import data.law

# METADATA
# title: The provider has no establishment in the Union
concerned if input.service.established_in_eu == false

# METADATA
# title: There is no legal representative
# custom:
#   words: [designate, a legal or natural person]
#   remediation: >-
#     Designate a representative in a Member State where the service is offered.
breach contains "none" if input.contact_points.legal_representative_designated == false

# METADATA
# title: The legal representative was not designated in writing
# custom:
#   words: in writing
#   remediation: >-
#     Put the designation into writing.
breach contains "not_in_writing" if {
	input.contact_points.legal_representative_designated
	input.contact_points.legal_representative_mandate_in_writing == false
}

# METADATA
# title: The legal representative is in a State where the service is not offered, or outside the Union
# custom:
#   words: one of the Member States
#   remediation: >-
#     Designate a representative in a Member State where the service is offered.
breach contains "wrong_state" if not in_member_state_served

in_member_state_served if {
	input.contact_points.legal_representative_state in array.concat(law.member_states, law.eea_states_bound)
	input.contact_points.legal_representative_state in input.service.states_service_offered
}
