# METADATA
# scope: package
# title: Access is given through the interfaces that the request names
# description: >-
#   The provider facilitates and gives the access that paragraphs 1 and 4 demand through appropriate interfaces named
#   in the request, such as online databases or application programming interfaces.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_40
# custom:
#   id: dsa.art40.7
#   article: 40(7)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [96, 97, 98]
#   judgement_terms: []
package dsa.art40.art40_7

# METADATA
# title: Access was given through another interface than the request names
# custom:
#   words: [facilitate and provide access, appropriate interfaces specified in the request]
#   remediation: >-
#     Give access through the interface that the request names, in working order.
breach contains "interface" if input.data_access.data_access_interface_mismatch_count > 0
