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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [42]
#   judgement_terms: [easily accessible, up to date]
#   remediation: >-
#     Publish working contact details for authorities where they can be found without an account, and check them
#     regularly.
package dsa.art11.art11_2

# METADATA
# title: The point of contact for authorities is not published
breach contains "not_public" if input.contact_points.authority_contact_point_public == false

# METADATA
# title: The published details for authorities are not easy to access
breach contains "hard_to_access" if input.contact_points.authority_contact_point_easily_accessible == false

# METADATA
# title: The published details for authorities are out of date
breach contains "outdated" if input.contact_points.authority_contact_point_details_current == false
