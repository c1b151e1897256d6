# METADATA
# scope: package
# title: Inspections ordered by decision are submitted to
# description: >-
#   The provider submits to an inspection that the Commission has ordered by decision.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_69
#   - https://eur-lex.europa.eu/eli/reg_impl/2023/1201/oj
# custom:
#   id: dsa.art69.6
#   article: 69(6)
#   kind: procedural
#   addressee: vlop_vlose
#   start: supervision
#   penalty: [art74_2_1pct, art76_5pct_daily]
#   supervised_by: commission
#   recitals: [141]
#   judgement_terms: []
package dsa.art69.art69_6

# METADATA
# title: An inspection ordered by decision was refused or obstructed
# custom:
#   words: submit to an inspection ordered by decision
#   remediation: >-
#     Admit the inspection.
breach contains "refused" if input.supervision.inspection_refusals_count > 0
