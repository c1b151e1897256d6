# METADATA
# scope: package
# title: A crisis decision is answered by specific, effective and proportionate measures
# description: >-
#   Where a crisis decision of the Commission requires it, the provider finds and applies specific, effective and
#   proportionate measures against the contribution of its service to the serious threat, with due account of the
#   rights of all concerned. Which measures it chooses is its own decision.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_36
# custom:
#   id: dsa.art36.1.b
#   article: 36(1)(b)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [91]
#   judgement_terms: [specific, effective, proportionate]
#   exceptions: >-
#     Only addressees of a crisis decision of the Commission are bound, and only to the actions that it
#     requires. A decision that was revoked binds no more from the day of its revocation.
#   interpretation: >-
#     The figures of the Article for the length of the measures bind the Commission and are not judged here. A delay
#     that has ended is remembered for five years, Art. 77, as long as the decision binds.
#   catalogue: >-
#     The catalogue knows that the decision can be revoked and leaves the duty as it is.
package dsa.art36.art36_1_b

import data.dsa.art36.crisis
import data.dsa.periods

# METADATA
# title: A crisis decision of the Commission requires the action
concerned if crisis.requires("b")

# METADATA
# title: The measures that the crisis decision requires have not been applied in time
# custom:
#   words: identify and apply
#   remediation: >-
#     Apply measures that meet the threat.
breach contains "missing" if {
	not_applied
	periods.passed(input.assessment.date, input.supervision.crisis_measures_due_on)
}

not_applied if input.supervision.crisis_measures_applied == false

not_applied if input.assessment.date < input.supervision.crisis_measures_applied_on

# METADATA
# title: The measures that the crisis decision requires were applied late
# custom:
#   words: identify and apply
#   remediation: >-
#     The delay cannot be undone; apply what is still due under the decision by its day.
#   ended_on: supervision.crisis_measures_applied_on
breach contains "late" if {
	input.supervision.crisis_measures_applied
	input.supervision.crisis_measures_applied_on <= input.assessment.date
	periods.passed(input.supervision.crisis_measures_applied_on, input.supervision.crisis_measures_due_on)
	periods.remembered(input.supervision.crisis_measures_applied_on)
}

# METADATA
# title: The measures against the crisis are not specific, effective and proportionate
# custom:
#   words: "specific, effective and proportionate measures"
#   remediation: >-
#     Choose measures that are aimed at the threat, work against it and go no further than it demands.
breach contains "inadequate" if input.supervision.crisis_measures_adequate == false

# METADATA
# title: The effect of the measures on the rights of those concerned was not weighed
# custom:
#   words: rights and legitimate interests
#   remediation: >-
#     Weigh what the measures do to the rights of all concerned, and write it down.
breach contains "rights" if input.supervision.crisis_measures_rights_assessed == false
