# METADATA
# scope: package
# title: The point of contact for authorities is public and up to date
# description: >-
#   The provider publishes what is needed to identify the point of contact for authorities and to communicate with it,
#   easy to access and kept up to date.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_11
# custom:
#   id: dsa.art11.2
#   article: 11(2)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [42]
#   judgement_terms: [easily accessible, up to date]
#   presupposes: dsa.art11.1
package dsa.art11.art11_2

import data.parameters

# METADATA
# title: There is a point of contact for authorities
presupposed if input.contact_points.authority_contact_point_exists

# METADATA
# title: The point of contact for authorities is not published
# custom:
#   words: [make public the information necessary, easily identify and communicate]
#   remediation: >-
#     Publish what authorities need to identify the point of contact and to communicate with it.
breach contains "not_public" if input.contact_points.authority_contact_point_public == false

# METADATA
# title: The published details for authorities are not easy to access
# custom:
#   words: easily accessible
#   remediation: >-
#     Put the details where authorities look for them, without an account.
breach contains "hard_to_access" if input.contact_points.authority_contact_point_easily_accessible == false

# METADATA
# title: The published details for authorities are out of date
# custom:
#   words: kept up to date
#   remediation: >-
#     Correct the details, and check regularly that they work.
breach contains "outdated" if input.contact_points.authority_contact_point_details_current == false

# METADATA
# title: Nobody has checked the published details for authorities for a year
speaks_against contains "long_unverified" if {
	last := input.contact_points.authority_contact_point_last_verified_on
	dates.add_months(last, parameters.months_contact_details_unverified_max) < input.assessment.date
}
