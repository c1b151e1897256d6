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
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [91]
#   judgement_terms: [specific, effective, proportionate]
#   exceptions: >-
#     Only addressees of a crisis decision of the Commission are bound, and only to the actions that it
#     requires.
#   interpretation: >-
#     The figures of the Article for the length of the measures bind the Commission and are not judged here.
#   remediation: >-
#     Apply measures that meet the threat and document how they affect rights.
package dsa.art36.art36_1_b

# METADATA
# title: A crisis decision of the Commission requires the action
concerned if {
	input.supervision.crisis_decision_received
	"b" in input.supervision.crisis_actions_required
}

# METADATA
# title: The measures that the crisis decision requires have not been applied in time
breach contains "missing" if {
	input.supervision.crisis_measures_applied == false
	input.supervision.crisis_measures_due_on < input.assessment.date
}

# METADATA
# title: The measures that the crisis decision requires were applied late
breach contains "late" if {
	input.supervision.crisis_measures_applied
	input.supervision.crisis_measures_due_on < input.supervision.crisis_measures_applied_on
	input.supervision.crisis_measures_due_on < input.assessment.date
}

# METADATA
# title: The measures against the crisis are not specific, effective and proportionate
breach contains "inadequate" if input.supervision.crisis_measures_adequate == false

# METADATA
# title: The effect of the measures on the rights of those concerned was not weighed
breach contains "rights" if input.supervision.crisis_measures_rights_assessed == false
