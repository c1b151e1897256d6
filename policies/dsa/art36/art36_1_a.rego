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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [91]
#   exceptions: >-
#     Only addressees of a crisis decision of the Commission are bound, and only to the actions that it
#     requires. A decision that was revoked binds no more from the day of its revocation.
#   interpretation: >-
#     A delay that has ended is remembered for five years, Art. 77, as long as the decision binds.
#   catalogue: >-
#     The catalogue knows that the decision can be revoked and leaves the duty as it is.
package dsa.art36.art36_1_a

import data.dsa.art36.crisis
import data.dsa.periods

# METADATA
# title: A crisis decision of the Commission requires the action
concerned if crisis.requires("a")

# METADATA
# title: The assessment that the crisis decision requires has not been delivered in time
# custom:
#   words: assess whether and to what extent
#   remediation: >-
#     Carry out and deliver the assessment that the decision requires.
breach contains "missing" if {
	not_delivered
	periods.passed_to_commission(input.assessment.date, input.supervision.crisis_assessment_due_on)
}

not_delivered if input.supervision.crisis_assessment_delivered == false

not_delivered if input.assessment.date < input.supervision.crisis_assessment_delivered_on

# METADATA
# title: The assessment that the crisis decision requires was delivered late
# custom:
#   words: assess whether and to what extent
#   remediation: >-
#     The delay cannot be undone; deliver what is still due under the decision by its day.
#   ended_on: supervision.crisis_assessment_delivered_on
breach contains "late" if {
	input.supervision.crisis_assessment_delivered
	input.supervision.crisis_assessment_delivered_on <= input.assessment.date
	periods.passed_to_commission(
		input.supervision.crisis_assessment_delivered_on,
		input.supervision.crisis_assessment_due_on,
	)
	periods.remembered(input.supervision.crisis_assessment_delivered_on)
}
