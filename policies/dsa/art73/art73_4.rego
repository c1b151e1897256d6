# METADATA
# scope: package
# title: The measures taken after a non-compliance decision are described
# description: >-
#   Once the measures are implemented, the provider gives the Commission a description of what it has done to comply
#   with the non-compliance decision.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_73
# custom:
#   id: dsa.art73.4
#   article: 73(4)
#   kind: procedural
#   addressee: vlop_vlose
#   start: supervision
#   penalty: [art76_5pct_daily]
#   supervised_by: commission
#   recitals: [144]
#   judgement_terms: []
package dsa.art73.art73_4

# METADATA
# title: There is a non-compliance decision and its measures have been taken
concerned if {
	input.supervision.noncompliance_decision_exists
	input.supervision.noncompliance_measures_done
}

# METADATA
# title: The Commission has no description of the measures taken
# custom:
#   words: [description of the measures it has taken, upon their implementation]
#   remediation: >-
#     Send the Commission a description of the measures taken.
breach contains "not_described" if input.supervision.noncompliance_measures_described == false
