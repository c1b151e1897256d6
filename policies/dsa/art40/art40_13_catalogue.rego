# METADATA
# scope: package
# title: The data catalogue and the ways of access to it are public and kept up to date
# description: >-
#   Under the delegated act on data access the provider puts on its online interface, easy to find, its point of
#   contact, a link to the portal, a catalogue of the data with structure and metadata, and suggested ways of access;
#   it keeps the last two up to date, above all after risk assessments and audits (Art. 6(4)-(5)).
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_40
#   - https://eur-lex.europa.eu/eli/reg_del/2025/2050/oj
# custom:
#   id: dsa.art40.13.catalogue
#   article: 40(13)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   from: "2025-10-29"
#   penalty: [art52_3_or_74_1_6pct]
#   part_of: [dsa.art40.4, dsa.art40.7, dsa.art40.1]
#   supervised_by: commission
#   recitals: [97]
#   judgement_terms: [regularly updated]
#   exceptions: >-
#     The catalogue need not be exhaustive, and the ways of access are suggestions.
#   interpretation: >-
#     A breach of the delegated act alone has not been fined so far. It is read as a part of Art. 40, on which the act
#     is based, and never as a second infringement beside it.
package dsa.art40.art40_13_catalogue

import data.dsa.periods
import data.parameters

# METADATA
# title: The point of contact is not easy to find on the interface
# custom:
#   words: [easily findable, details of the point of contact]
#   remediation: >-
#     Publish the details of the point of contact where researchers look for them.
breach contains "no_contact" if input.data_access.data_access_contact_public == false

# METADATA
# title: A link to the data access portal is not easy to find on the interface
# custom:
#   words: link to the DSA data access portal
#   remediation: >-
#     Publish a link to the data access portal.
breach contains "no_portal_link" if input.data_access.data_access_portal_link_public == false

# METADATA
# title: There is no public catalogue of the data
# custom:
#   words: data catalogue
#   remediation: >-
#     Publish a catalogue of the data with its structure and metadata.
breach contains "no_catalogue" if input.data_access.data_catalogue_public == false

# METADATA
# title: Suggested ways of access to the data are not public
# custom:
#   words: suggested access modalities
#   remediation: >-
#     Publish the ways of access that are suggested for the data of the catalogue.
breach contains "no_modalities" if input.data_access.data_access_modalities_public == false

# METADATA
# title: The catalogue does not reflect the latest risk assessment or audit
# custom:
#   words: [risk assessments, audits]
#   remediation: >-
#     Bring the catalogue and the suggested ways of access up to date with the latest risk assessment and audit.
breach contains "not_reflected" if {
	input.data_access.data_catalogue_public
	input.data_access.data_catalogue_reflects_risks_and_audits == false
}

# METADATA
# title: The catalogue has not been updated for too long
# custom:
#   words: regularly update
#   remediation: >-
#     Look through the catalogue and the suggested ways of access, and bring them up to date.
breach contains "stale" if {
	updated := input.data_access.data_catalogue_last_updated_on
	periods.over(input.assessment.date, updated, parameters.data_catalogue_age_months_max, "months")
}
