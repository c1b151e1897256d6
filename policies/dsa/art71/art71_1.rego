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
#   start: supervision
#   penalty: [art52_3_or_74_1_6pct, art76_5pct_daily]
#   supervised_by: commission
#   recitals: []
#   judgement_terms: []
#   exceptions: >-
#     Commitments that were only offered do not bind yet. Those that were accepted and are not due are neither met nor
#     broken; where there are no others, nothing is judged.
#   interpretation: >-
#     That commitments were accepted says nothing about how many there are or whether they are kept: a number that is
#     not known stays unknown.
package dsa.art71.art71_1

# METADATA
# title: Commitments are binding and due
concerned if input.supervision.binding_commitments_count > 0

# METADATA
# title: No binding commitment has still to fall due
concerned if not some_still_to_fall_due

some_still_to_fall_due if some _ in input.supervision.binding_commitments_not_due

# METADATA
# title: A binding commitment is not kept
# custom:
#   words: make those commitments binding
#   remediation: >-
#     Carry out the commitment again in full and report it to the Commission.
breach contains "broken" if {
	input.supervision.binding_commitments_met_count < input.supervision.binding_commitments_count
}
