# METADATA
# scope: package
# title: The terms of access to the Commission file are respected
# description: >-
#   A provider that sees the file of the Commission uses it under the terms of disclosure and protects what it learns
#   there.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_79
# custom:
#   id: dsa.art79.4
#   article: 79(4)
#   kind: procedural
#   addressee: vlop_vlose
#   start: supervision
#   penalty: [art74_2_1pct]
#   supervised_by: commission
#   recitals: [146]
#   judgement_terms: []
package dsa.art79.art79_4

# METADATA
# title: The terms of disclosure of the Commission file were broken
# custom:
#   words: terms of disclosure
#   remediation: >-
#     Stop the use, get back what was passed on, and tell the Commission.
breach contains "terms_broken" if input.supervision.file_access_breaches_count > 0
