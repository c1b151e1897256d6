# METADATA
# scope: package
# title: Binding commitments are kept
# description: >-
#   Commitments that the provider has offered and the Commission has made binding are kept. Any breach of one is
#   itself an infringement.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_71
# custom:
#   id: dsa.art71.1
#   article: 71(1)
#   kind: procedural
#   addressee: vlop_vlose
#   rule: supervision
#   penalty: [art52_3_or_74_1_6pct, art76_5pct_daily]
#   supervised_by: commission
#   recitals: []
#   judgement_terms: []
#   exceptions: >-
#     Commitments that were only offered do not bind yet.
#   remediation: >-
#     Carry out the commitment again in full and report it to the Commission.
package dsa.art71.art71_1

# METADATA
# title: A binding commitment is not kept
breach contains "broken" if {
	input.supervision.binding_commitments_count > 0
	input.supervision.binding_commitments_met_count < input.supervision.binding_commitments_count
}
