# METADATA
# scope: package
# title: A crisis decision is answered by reports
# description: >-
#   Where a crisis decision of the Commission requires it, the provider reports on its assessments and on the
#   content, implementation and effect of its measures by the days or at the intervals that the decision sets.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_36
# custom:
#   id: dsa.art36.1.c
#   article: 36(1)(c)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [91]
#   exceptions: >-
#     Only addressees of a crisis decision of the Commission are bound, and only to the actions that it
#     requires.
#   remediation: >-
#     Deliver the reports that are due.
package dsa.art36.art36_1_c

# METADATA
# title: A crisis decision of the Commission requires the action
concerned if {
	input.supervision.crisis_decision_received
	"c" in input.supervision.crisis_actions_required
}

# METADATA
# title: A report that the crisis decision requires was not delivered in time
breach contains "late" if {
	input.supervision.crisis_reports_on_time_count < input.supervision.crisis_reports_due_count
}
