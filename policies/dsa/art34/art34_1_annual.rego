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
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [79, 80, 81, 82, 83, 84, 85, 90]
#   interpretation: >-
#     A year is read as 12 calendar months from one completed assessment to the next. For an assessment
#     completed before Section 5 began to apply, the year runs from that beginning.
#   remediation: >-
#     Complete the assessment that is due and fix a yearly date that leaves room for delay.
package dsa.art34.art34_1_annual

import data.law

# METADATA
# title: The latest assessment is more than a year old
breach contains "overdue" if {
	input.risk_assessment.risk_assessment_exists
	year_after_start_over(input.assessment.date)
	year_over(input.risk_assessment.risk_assessment_last_completed_on, input.assessment.date)
}

# METADATA
# title: Section 5 has applied for more than a year without any assessment
breach contains "never" if {
	input.risk_assessment.risk_assessment_exists == false
	year_after_start_over(input.assessment.date)
}

# METADATA
# title: More than a year lay between the last two assessments
breach contains "gap" if {
	input.risk_assessment.risk_assessment_repeated
	year_over(input.risk_assessment.risk_assessment_previous_completed_on, input.assessment.date)
	year_after_start_over(input.risk_assessment.risk_assessment_last_completed_on)
	year_over(
		input.risk_assessment.risk_assessment_previous_completed_on,
		input.risk_assessment.risk_assessment_last_completed_on,
	)
}

year_over(start, day) if dates.add_months(start, law.risk_assessment_interval_months) < day

year_after_start_over(day) if {
	year_over(dates.add_months(input.service.designation_notified_on, law.section5_lead_months), day)
}
