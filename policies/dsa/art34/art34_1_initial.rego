# METADATA
# scope: package
# title: The first risk assessment is done when Section 5 begins to apply
# description: >-
#   The first assessment of the systemic risks is completed by the day on which Section 5 begins to apply to the
#   service, which is four months after the designation was notified.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.1.initial
#   article: 34(1)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [79, 80, 81, 82, 83, 84, 85, 90]
#   interpretation: >-
#     That day is the day on which duties begin and not the end of a period for an act, so it does not move
#     where it falls on a weekend. An assessment finished on the day itself is in time. A delay that has ended
#     is remembered for five years, Art. 77.
package dsa.art34.art34_1_initial

import data.dsa.periods
import data.dsa.scope

# METADATA
# title: There is no assessment although Section 5 applies
# custom:
#   words: carry out the risk assessments
#   remediation: >-
#     Complete the assessment at once.
breach contains "none" if {
	input.risk_assessment.risk_assessment_exists == false
	not last_day
}

# What was completed only later had not been completed on the assessment date.
breach contains "none" if {
	scope.section5_starts_on < input.assessment.date
	input.assessment.date < input.risk_assessment.risk_assessment_first_completed_on
}

# METADATA
# title: The first assessment was completed after Section 5 began to apply
# custom:
#   words: by the date of application
#   remediation: >-
#     The delay cannot be undone; fix the days of the next assessments so that they are kept.
#   ended_on: risk_assessment.risk_assessment_first_completed_on
breach contains "late" if {
	input.risk_assessment.risk_assessment_exists
	scope.section5_starts_on < input.risk_assessment.risk_assessment_first_completed_on
	input.risk_assessment.risk_assessment_first_completed_on <= input.assessment.date
	periods.remembered(input.risk_assessment.risk_assessment_first_completed_on)
}

# On the day itself the assessment may still be completed.
last_day if input.assessment.date == scope.section5_starts_on
