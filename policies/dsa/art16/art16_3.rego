# METADATA
# scope: package
# title: A clear notice gives the host knowledge
# description: >-
#   A notice from which a careful host can see, without a detailed legal examination, that the item is illegal counts as
#   actual knowledge or awareness of that item for Article 6.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.3
#   article: 16(3)
#   kind: legal_effect
#   addressee: hosting
#   start: general
#   penalty: [none]
#   supervised_by: courts
#   recitals: [50, 51, 52, 53]
#   judgement_terms: [without a detailed legal examination]
#   interpretation: >-
#     Whether a notice that a fault kept from every reviewer gives knowledge has not been decided; the count follows
#     what was received.
package dsa.art16.art16_3

# METADATA
# title: Notices have given the host knowledge of illegal items
# custom:
#   words: actual knowledge or awareness
noted contains "knowledge" if input.reporting_pipeline.notices_giving_knowledge_count > 0
