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
#   start: supervision
#   penalty: [art76_5pct_daily]
#   supervised_by: commission
#   recitals: [144]
#   judgement_terms: [reasonable period]
#   exceptions: >-
#     While the period for the measures runs and nothing else is due, nothing is judged.
#   interpretation: >-
#     Art. 76(1)(e) names periodic penalty payments for ignoring the decision. Art. 74(1) lists provisions of the
#     Regulation, interim measures and commitments, and not the decision: six per cent needs a new finding on the
#     infringement that goes on. A period does not end on a weekend or a holiday of the State concerned (Regulation
#     1182/71). Measures that came late end the breach and are remembered for the five years of Art. 77.
#   catalogue: >-
#     The catalogue lists the six per cent of Art. 74(1) beside the daily payments.
package dsa.art73.art73_3

import data.dsa.periods

# METADATA
# title: There is a non-compliance decision and its period for the measures is over
concerned if {
	input.supervision.noncompliance_decision_exists
	period_over(input.assessment.date)
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
# title: The measures were not taken within the period of the decision
# custom:
#   words: [take the necessary measures, within a reasonable period specified therein]
#   remediation: >-
#     Take the measures that the decision orders.
breach contains "not_taken" if {
	period_over(input.assessment.date)
	not_yet_taken
}

not_yet_taken if input.supervision.noncompliance_measures_done == false

not_yet_taken if {
	input.supervision.noncompliance_measures_done
	input.supervision.noncompliance_measures_done_on > input.assessment.date
}

# METADATA
# title: The measures were taken after the period of the decision
# custom:
#   words: within a reasonable period specified therein
#   remediation: >-
#     The delay has ended with the measures; describe to the Commission what was done and when.
#   ended_on: supervision.noncompliance_measures_done_on
breach contains "late" if {
	input.supervision.noncompliance_measures_done
	period_over(input.assessment.date)
	period_over(input.supervision.noncompliance_measures_done_on)
	input.supervision.noncompliance_measures_done_on <= input.assessment.date
	periods.remembered(input.supervision.noncompliance_measures_done_on)
}

# METADATA
# title: The provider did not tell the Commission which measures it intends to take
# custom:
#   words: provide information on the measures
#   remediation: >-
#     Tell the Commission which measures will be taken, and when.
breach contains "not_told" if input.supervision.noncompliance_intended_measures_communicated == false

period_over(day) if periods.passed(day, input.supervision.noncompliance_measures_due_on)
