# METADATA
# scope: package
# title: Authorities have a single electronic point of contact
# description: >-
#   The provider designates one point of contact through which Member State authorities, the Commission and the Board
#   can reach it directly and by electronic means.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_11
# custom:
#   id: dsa.art11.1
#   article: 11(1)
#   kind: duty
#   addressee: intermediary
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [42]
#   judgement_terms: []
#   remediation: >-
#     Designate one address for authorities that can be reached electronically and see that somebody answers it.
package dsa.art11.art11_1

# METADATA
# title: There is no point of contact for authorities
breach contains "none" if input.contact_points.authority_contact_point_exists == false

# METADATA
# title: Authorities cannot reach the point of contact by electronic means
breach contains "not_electronic" if input.contact_points.authority_contact_point_is_electronic == false

# METADATA
# title: Authorities are sent to more than one point of contact
breach contains "several" if input.contact_points.authority_contact_points_count > 1
