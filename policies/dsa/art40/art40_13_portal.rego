# METADATA
# scope: package
# title: The provider can be reached through the data access portal
# description: >-
#   Under the delegated act on data access the provider has an account on the DSA data access portal, sets up a
#   dedicated point of contact and tells the Commission of it as soon as possible (Arts 3(4) and 6(1)-(2)).
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_40
#   - https://eur-lex.europa.eu/eli/reg_del/2025/2050/oj
# custom:
#   id: dsa.art40.13.portal
#   article: 40(13)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   from: "2025-10-29"
#   penalty: [art52_3_or_74_1_6pct]
#   part_of: [dsa.art40.4, dsa.art40.7, dsa.art40.1]
#   supervised_by: commission
#   recitals: [97]
#   judgement_terms: []
#   interpretation: >-
#     A breach of the delegated act alone has not been fined so far. It is read as a part of Art. 40, on which the act
#     is based, and never as a second infringement beside it.
package dsa.art40.art40_13_portal

# METADATA
# title: The provider has no account on the data access portal
# custom:
#   words: DSA data access portal
#   remediation: >-
#     Open an account on the portal.
breach contains "no_account" if input.data_access.data_access_portal_account == false

# METADATA
# title: There is no point of contact for the access of vetted researchers
# custom:
#   words: dedicated point of contact
#   remediation: >-
#     Name a point of contact for the access of vetted researchers.
breach contains "no_contact_point" if input.data_access.data_access_contact_point == false

# METADATA
# title: The Commission was not told of the point of contact as soon as possible
# custom:
#   words: [communicate, as soon as possible]
#   remediation: >-
#     Communicate the point of contact to the Commission.
breach contains "contact_not_notified" if {
	input.data_access.data_access_contact_point
	input.data_access.data_access_contact_notified == false
}
