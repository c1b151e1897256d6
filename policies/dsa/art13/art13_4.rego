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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [44]
#   judgement_terms: [easily accessible, up to date]
#   exceptions: >-
#     Providers with an establishment in the Union.
#   presupposes: dsa.art13.1
package dsa.art13.art13_4

import data.parameters

# METADATA
# title: The provider has no establishment in the Union
concerned if input.service.established_in_eu == false

# METADATA
# title: There is a legal representative
presupposed if input.contact_points.legal_representative_designated

# METADATA
# title: Name, postal address, e-mail address or telephone number of the legal representative is missing
# custom:
#   words: [name, postal address, email address, telephone number]
#   remediation: >-
#     Notify and publish all four details.
breach contains "incomplete" if input.contact_points.legal_representative_data_complete == false

# METADATA
# title: The Digital Services Coordinator was not notified of the legal representative
# custom:
#   words: notify the Digital Services Coordinator
#   remediation: >-
#     Notify the details to the coordinator of the State in which the representative resides or is established.
breach contains "not_notified" if input.contact_points.legal_representative_notified_to_dsc == false

# METADATA
# title: The legal representative is not made public
# custom:
#   words: publicly available
#   remediation: >-
#     Publish the details.
breach contains "not_public" if input.contact_points.legal_representative_public == false

# METADATA
# title: The details of the legal representative are not easily accessible
# custom:
#   words: easily accessible
#   remediation: >-
#     Put the details where they are easily found, without an account.
breach contains "hard_to_access" if input.contact_points.legal_representative_details_easily_accessible == false

# METADATA
# title: The details of the legal representative are wrong or out of date
# custom:
#   words: [accurate, kept up to date]
#   remediation: >-
#     Correct the details with the coordinator and in public, and check them regularly.
breach contains "inaccurate" if input.contact_points.legal_representative_details_accurate == false

# METADATA
# title: Nobody has checked the published details of the legal representative for a year
speaks_against contains "long_unverified" if {
	last := input.contact_points.legal_representative_details_last_verified_on
	dates.add_months(last, parameters.months_contact_details_unverified_max) < input.assessment.date
}
