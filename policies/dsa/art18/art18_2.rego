# METADATA
# scope: package
# title: Where the State is unknown, the home authorities or Europol are informed
# description: >-
#   If the host cannot identify the Member State concerned with reasonable certainty, it informs the law enforcement
#   authorities of the State where it is established or where its legal representative resides, or Europol, or both.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_18
# custom:
#   id: dsa.art18.2
#   article: 18(2)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [56]
#   judgement_terms: [reasonable certainty]
package dsa.art18.art18_2

# METADATA
# title: Suspicions whose Member State is unknown were passed on to nobody
# custom:
#   words:
#     - cannot identify with reasonable certainty
#     - law enforcement authorities of the Member State
#     - inform Europol
#   remediation: >-
#     Pass these cases on to the authorities of the home State or to Europol, and make one of them the default where the
#     State stays open.
breach contains "no_fallback" if {
	referred := input.reporting_pipeline.suspicions_state_unknown_fallback_referred_count
	referred < input.reporting_pipeline.suspicions_state_unknown_count
}
