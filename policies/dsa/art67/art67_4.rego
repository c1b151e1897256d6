# METADATA
# scope: package
# title: The provider answers for what its lawyers reply
# description: >-
#   Where lawyers supply the information for the provider, the provider remains fully responsible if it is incomplete,
#   incorrect or misleading.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_67
# custom:
#   id: dsa.art67.4
#   article: 67(4)
#   kind: legal_effect
#   addressee: vlop_vlose
#   start: supervision
#   penalty: [none]
#   supervised_by: commission
#   recitals: [141]
#   judgement_terms: []
#   interpretation: >-
#     A rule of attribution: wrong replies count under 67(2) and 67(3), whoever signed them.
package dsa.art67.art67_4

# METADATA
# title: Lawyers replied for the provider, which answers for what they wrote
# custom:
#   words: [lawyers duly authorised to act, remain fully responsible]
noted contains "by_counsel" if input.supervision.rfi_reply_by_counsel
