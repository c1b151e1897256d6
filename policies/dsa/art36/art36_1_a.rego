# METADATA
# scope: package
# title: A crisis decision is answered by assessing the contribution of the service
# description: >-
#   Where a crisis decision of the Commission requires it, the provider assesses whether and how the functioning
#   and use of its service contribute significantly to a serious threat, or are likely to, by the day that the
#   decision sets.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_36
# custom:
#   id: dsa.art36.1.a
#   article: 36(1)(a)
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
#     Carry out and deliver the assessment that the decision requires.
package dsa.art36.art36_1_a

# METADATA
# title: A crisis decision of the Commission requires the action
concerned if {
	input.supervision.crisis_decision_received
	"a" in input.supervision.crisis_actions_required
}

# METADATA
# title: The assessment that the crisis decision requires has not been delivered in time
breach contains "missing" if {
	input.supervision.crisis_assessment_delivered == false
	input.supervision.crisis_assessment_due_on < input.assessment.date
}

# METADATA
# title: The assessment that the crisis decision requires was delivered late
breach contains "late" if {
	input.supervision.crisis_assessment_delivered
	input.supervision.crisis_assessment_due_on < input.supervision.crisis_assessment_delivered_on
	input.supervision.crisis_assessment_due_on < input.assessment.date
}
