# METADATA
# scope: package
# title: The point of contact for recipients is public and up to date
# description: >-
#   The provider publishes what recipients need to identify and reach their point of contact, easy to access and kept up
#   to date.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_12
# custom:
#   id: dsa.art12.2
#   article: 12(2)
#   kind: duty
#   addressee: intermediary
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [43]
#   judgement_terms: [easily accessible, up to date]
#   exceptions: >-
#     Adds to the contact details that Directive 2000/31/EC demands.
#   remediation: >-
#     Publish working contact details for recipients where they look for them, without an account, and check them
#     regularly.
package dsa.art12.art12_2

# METADATA
# title: The point of contact for recipients is not published
breach contains "not_public" if input.contact_points.recipient_contact_point_public == false

# METADATA
# title: The published details for recipients are not easy to access
breach contains "hard_to_access" if input.contact_points.recipient_contact_point_easily_accessible == false

# METADATA
# title: The published details for recipients are out of date
breach contains "outdated" if input.contact_points.recipient_contact_point_details_current == false
