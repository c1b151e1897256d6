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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [44]
#   judgement_terms: []
#   exceptions: >-
#     Providers with an establishment in the Union. The representative can be held liable itself (Art. 13(3)) and is no
#     establishment (Art. 13(5)).
#   remediation: >-
#     Designate in writing a representative in a Member State where the service is offered.
package dsa.art13.art13_1

# METADATA
# title: The provider has no establishment in the Union
concerned if input.service.established_in_eu == false

# METADATA
# title: There is no legal representative
breach contains "none" if input.contact_points.legal_representative_designated == false

# METADATA
# title: The legal representative was not designated in writing
breach contains "not_in_writing" if input.contact_points.legal_representative_mandate_in_writing == false

# METADATA
# title: The legal representative is in a State where the service is not offered
breach contains "wrong_state" if not state_served

state_served if input.contact_points.legal_representative_state in input.service.states_service_offered

# Without a representative there is no State to look at; that is found above.
state_served if input.contact_points.legal_representative_designated == false
