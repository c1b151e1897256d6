# METADATA
# scope: package
# title: The management body approves the risk strategies and reviews them every year
# description: >-
#   The management body approves the strategies and policies for taking up, managing, monitoring and mitigating the
#   systemic risks to which the service is or might be exposed, and reviews them periodically, at least once a year.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_41
# custom:
#   id: dsa.art41.6
#   article: 41(6)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   interpretation: >-
#     "At least once a year" is read as twelve months from one review to the next, the approval counting as the first,
#     and not as once in each calendar year.
#   remediation: >-
#     Put the strategies and policies before the management body for approval or review, and fix the day of the next
#     review.
package dsa.art41.art41_6

import data.law

# METADATA
# title: The management body has not approved the risk strategies
breach contains "not_approved" if input.compliance_function.board_risk_strategy_approved == false

# METADATA
# title: The management body has not reviewed the risk strategies within a year
breach contains "review_overdue" if {
	input.compliance_function.board_risk_strategy_approved
	last := input.compliance_function.board_risk_strategy_last_review_on
	dates.add_months(last, law.board_risk_strategy_review_months) < input.assessment.date
}
