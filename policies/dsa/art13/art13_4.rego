# METADATA
# scope: package
# title: The legal representative is notified and public
# description: >-
#   The provider notifies name, postal address, e-mail address and telephone number of its legal representative to the
#   Digital Services Coordinator there, and keeps them publicly available, easily accessible, accurate and up to date.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_13
# custom:
#   id: dsa.art13.4
#   article: 13(4)
#   kind: duty
#   addressee: intermediary
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [44]
#   judgement_terms: [easily accessible, up to date]
#   exceptions: >-
#     Providers with an establishment in the Union.
#   interpretation: >-
#     The duty is taken to presuppose a representative; that there is none is found once, under Art. 13(1).
#   remediation: >-
#     Notify all four details to the coordinator, publish them where they are easily found, and keep both current.
package dsa.art13.art13_4

# METADATA
# title: A provider without establishment in the Union has a legal representative
concerned if {
	input.service.established_in_eu == false
	input.contact_points.legal_representative_designated
}

# METADATA
# title: The Digital Services Coordinator was not notified of the legal representative
breach contains "not_notified" if input.contact_points.legal_representative_notified_to_dsc == false

# METADATA
# title: The legal representative is not made public
breach contains "not_public" if input.contact_points.legal_representative_public == false

# METADATA
# title: Name, postal address, e-mail address or telephone number of the legal representative is missing
breach contains "incomplete" if input.contact_points.legal_representative_data_complete == false

# METADATA
# title: The details of the legal representative are not easily accessible
breach contains "hard_to_access" if input.contact_points.legal_representative_details_easily_accessible == false

# METADATA
# title: The details of the legal representative are wrong or out of date
breach contains "inaccurate" if input.contact_points.legal_representative_details_accurate == false
