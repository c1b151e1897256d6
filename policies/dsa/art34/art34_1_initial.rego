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
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [79, 80, 81, 82, 83, 84, 85, 90]
#   interpretation: >-
#     That day is the day on which duties begin and not the end of a period for an act, so it does not move
#     where it falls on a weekend. An assessment finished on the day itself is in time.
#   remediation: >-
#     Complete the assessment at once; the delay itself cannot be undone.
package dsa.art34.art34_1_initial

import data.law

# METADATA
# title: There is no assessment although Section 5 applies
breach contains "none" if input.risk_assessment.risk_assessment_exists == false

# METADATA
# title: The first assessment was completed after Section 5 began to apply
breach contains "late" if {
	input.risk_assessment.risk_assessment_exists
	first_day := dates.add_months(input.service.designation_notified_on, law.section5_lead_months)
	first_day < input.risk_assessment.risk_assessment_first_completed_on
}
