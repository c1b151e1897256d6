# METADATA
# scope: package
# title: The measures of a non-compliance decision are taken in time
# description: >-
#   The provider tells the Commission which measures it intends to take to comply with a non-compliance decision, and
#   takes the measures within the reasonable period that the decision sets.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_73
# custom:
#   id: dsa.art73.3
#   article: 73(3)
#   kind: procedural
#   addressee: vlop_vlose
#   rule: supervision
#   penalty: [art52_3_or_74_1_6pct, art76_5pct_daily]
#   supervised_by: commission
#   recitals: [144]
#   judgement_terms: [reasonable period]
#   exceptions: >-
#     While the period for the measures runs and nothing else is due, nothing is judged.
#   interpretation: >-
#     Art. 76(1)(e) names periodic penalty payments for ignoring the decision. Art. 74(1) does not list that: six per
#     cent needs a new finding on the infringement that goes on.
#   remediation: >-
#     Take the measures that the decision orders, and tell the Commission what is done and when.
package dsa.art73.art73_3

# METADATA
# title: There is a non-compliance decision and its period for the measures is over
concerned if {
	input.supervision.noncompliance_decision_exists
	input.supervision.noncompliance_measures_due_on < input.assessment.date
}

# METADATA
# title: There is a non-compliance decision and its measures have been taken
concerned if {
	input.supervision.noncompliance_decision_exists
	input.supervision.noncompliance_measures_done
}

# METADATA
# title: There is a non-compliance decision and the Commission was not told of measures in time
concerned if {
	input.supervision.noncompliance_decision_exists
	input.supervision.noncompliance_intended_measures_communicated == false
}

# METADATA
# title: The provider did not tell the Commission which measures it intends to take
breach contains "not_told" if input.supervision.noncompliance_intended_measures_communicated == false

# METADATA
# title: The measures were not taken within the period of the decision
breach contains "not_taken" if {
	input.supervision.noncompliance_measures_due_on < input.assessment.date
	not taken_in_time
}

taken_in_time if {
	input.supervision.noncompliance_measures_done
	input.supervision.noncompliance_measures_done_on <= input.supervision.noncompliance_measures_due_on
}
