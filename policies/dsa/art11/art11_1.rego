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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [42]
#   judgement_terms: []
package dsa.art11.art11_1

# METADATA
# title: There is no point of contact for authorities
# custom:
#   words: designate a single point of contact
#   remediation: >-
#     Designate one point of contact for authorities and see that somebody answers there.
breach contains "none" if input.contact_points.authority_contact_point_exists == false

# METADATA
# title: Authorities are sent to more than one point of contact
# custom:
#   words: designate a single point of contact
#   remediation: >-
#     Name one of them as the point of contact for authorities and lead what reaches the others there.
breach contains "several" if input.contact_points.authority_contact_points_count > 1

# METADATA
# title: Authorities cannot reach the point of contact by electronic means
# custom:
#   words: [communicate directly, by electronic means]
#   remediation: >-
#     Give the point of contact an electronic address at which authorities reach it directly.
breach contains "not_electronic" if input.contact_points.authority_contact_point_is_electronic == false
