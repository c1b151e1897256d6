# METADATA
# scope: package
# title: The risk assessment is repeated at least once a year
# description: >-
#   After the first assessment the systemic risks are assessed again at least once every year.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.1.annual
#   article: 34(1)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [79, 80, 81, 82, 83, 84, 85, 90]
#   interpretation: >-
#     Between which days a year lies is a reading, yearly_cycle: each year that begins with the first day of Section 5
#     has its assessment, or no more than twelve months lie between one and the next, counted from that first day where
#     the earlier one was completed before it. Either period ends by Regulation 1182/71. A delay is remembered until the
#     next assessment was completed in time.
#   catalogue: >-
#     The catalogue counts twelve months from one assessment to the next and does not move their end where it falls on a
#     weekend.
package dsa.art34.art34_1_annual

import data.dsa.yearly

# METADATA
# title: The assessment of the year that has passed is missing
# custom:
#   words: at least once every year thereafter
#   remediation: >-
#     Complete the assessment that is due and fix a yearly date that leaves room for delay.
breach contains "overdue" if {
	input.risk_assessment.risk_assessment_exists
	latest_missed
}

latest_missed if yearly.missed(input.risk_assessment.risk_assessment_last_completed_on, input.assessment.date, 0)

# Where the latest one was completed only after the assessment date, the one before it counts.
latest_missed if {
	input.risk_assessment.risk_assessment_repeated
	input.assessment.date < input.risk_assessment.risk_assessment_last_completed_on
	yearly.missed(input.risk_assessment.risk_assessment_previous_completed_on, input.assessment.date, 0)
}

# One assessment is not that of two years, because the first of them ended on a weekend or a holiday.
latest_missed if {
	input.risk_assessment.risk_assessment_repeated
	yearly.missed_after_moved_end(
		input.risk_assessment.risk_assessment_previous_completed_on,
		input.risk_assessment.risk_assessment_last_completed_on,
		input.assessment.date,
		0,
	)
}

# METADATA
# title: Section 5 has applied for more than a year without any assessment
# custom:
#   words: at least once every year thereafter
#   remediation: >-
#     Complete the assessment that is due and fix a yearly date that leaves room for delay.
breach contains "never" if {
	none_yet
	yearly.cycle_over(input.assessment.date, 1, 0)
}

none_yet if input.risk_assessment.risk_assessment_exists == false

none_yet if {
	input.risk_assessment.risk_assessment_repeated == false
	input.assessment.date < input.risk_assessment.risk_assessment_last_completed_on
}

# METADATA
# title: The latest assessment was completed after the year for it had passed
# custom:
#   words: at least once every year thereafter
#   remediation: >-
#     The delay cannot be undone; complete the next assessment within its year, with room for delay.
#   ended_on: risk_assessment.risk_assessment_last_completed_on
breach contains "late" if {
	input.risk_assessment.risk_assessment_repeated
	input.risk_assessment.risk_assessment_last_completed_on <= input.assessment.date
	yearly.missed(
		input.risk_assessment.risk_assessment_previous_completed_on,
		input.risk_assessment.risk_assessment_last_completed_on,
		0,
	)
}
