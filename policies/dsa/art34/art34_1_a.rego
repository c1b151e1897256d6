# METADATA
# scope: package
# title: The assessment covers the dissemination of illegal content
# description: >-
#   The assessment includes the spread of illegal content through the service.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.1.a
#   article: 34(1)(a)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [80]
#   interpretation: >-
#     Recital 80 names child sexual abuse material, hate speech and prohibited goods as examples. Whether one of
#     them had to be covered depends on the service, and is part of the fact that decides.
#   remediation: >-
#     Assess how illegal content spreads through the service, with evidence and a rating for each kind that
#     occurs there.
package dsa.art34.art34_1_a

# METADATA
# title: The assessment does not cover the spread of illegal content
breach contains "left_out" if input.risk_assessment.risk_illegal_content_assessed == false
