# METADATA
# scope: package
# title: Crisis measures are reviewed when the Commission so decides
# description: >-
#   Where the Commission finds the measures not effective or not proportionate and decides that they be reviewed,
#   the provider reviews which measures it chose or how it applies them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_36
# custom:
#   id: dsa.art36.7
#   article: 36(7)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [91]
#   exceptions: >-
#     Where the crisis decision is revoked it binds no more from that day, and the Commission may order that the
#     measures end, Art. 36(8)(a); how they ended is context here.
#   catalogue: >-
#     The catalogue knows that the decision can be revoked and leaves the duty as it is.
package dsa.art36.art36_7

import data.dsa.art36.crisis

# METADATA
# title: A crisis decision of the Commission binds the provider
concerned if crisis.binds

# METADATA
# title: A decision to review the crisis measures was not followed
# custom:
#   words: review the identification or the application
#   remediation: >-
#     Review the measures as the decision requires and tell the Commission what has changed.
breach contains "not_reviewed" if {
	input.supervision.crisis_review_decisions_met_count < input.supervision.crisis_review_decisions_count
}
