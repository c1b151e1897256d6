# METADATA
# scope: package
# title: Interim measures are complied with
# description: >-
#   Where the Commission orders interim measures because of urgency and the risk of serious damage for recipients, the
#   provider complies with them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_70
# custom:
#   id: dsa.art70.1
#   article: 70(1)
#   kind: procedural
#   addressee: vlop_vlose
#   start: supervision
#   penalty: [art52_3_or_74_1_6pct, art76_5pct_daily]
#   supervised_by: commission
#   recitals: [142]
#   judgement_terms: [urgency, serious damage]
#   interpretation: >-
#     Urgency and serious damage are conditions of the power of the Commission and not of the duty to comply with the
#     order.
package dsa.art70.art70_1

# METADATA
# title: Interim measures are in force
concerned if input.supervision.interim_measures_ordered

# METADATA
# title: The interim measures are not complied with
# custom:
#   words: order interim measures
#   remediation: >-
#     Carry out the interim measures at once and prove it to the Commission.
breach contains "not_complied" if input.supervision.interim_measures_complied == false
