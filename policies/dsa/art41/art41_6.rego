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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   interpretation: >-
#     The year begins with the day on which Section 5 begins to apply. By default each year from there needs a review,
#     whenever in the year it comes, and an approval counts as one; that no more than twelve months lie between two
#     reviews is the rival reading. A review that came late ends the breach and is remembered until the next came in
#     time; reviews before the latest are looked at where they are given.
#   catalogue: >-
#     The catalogue counts twelve months back from the day of the assessment, also within the first year.
package dsa.art41.art41_6

import data.dsa.yearly

# METADATA
# title: The management body has not approved the risk strategies
# custom:
#   words: [approve, strategies and policies]
#   remediation: >-
#     Put the strategies and policies before the management body for approval.
breach contains "not_approved" if input.compliance_function.board_risk_strategy_approved == false

# METADATA
# title: The management body has not reviewed the risk strategies within a year
# custom:
#   words: [review periodically, at least once a year]
#   remediation: >-
#     Put the strategies and policies before the management body for review, and fix the day of the next.
breach contains "review_overdue" if {
	yearly.missed(input.compliance_function.board_risk_strategy_last_review_on, input.assessment.date, 0)
}

# What is reviewed only later had not been reviewed again on the assessment date.
breach contains "review_overdue" if {
	input.assessment.date < input.compliance_function.board_risk_strategy_last_review_on
	some earlier in input.compliance_function.board_risk_strategy_earlier_reviews_on
	earlier <= input.assessment.date
	not followed_by_then(earlier)
	yearly.missed(earlier, input.assessment.date, 0)
}

# One review is not that of two years, because the first of them ended on a weekend or a holiday.
breach contains "review_overdue" if {
	some earlier in input.compliance_function.board_risk_strategy_earlier_reviews_on
	not followed(earlier)
	last := input.compliance_function.board_risk_strategy_last_review_on
	yearly.missed_after_moved_end(earlier, last, input.assessment.date, 0)
}

followed_by_then(earlier) if {
	some later in input.compliance_function.board_risk_strategy_earlier_reviews_on
	earlier < later
	later <= input.assessment.date
}

# METADATA
# title: The management body reviewed the risk strategies too long after the review before
# custom:
#   words: [review periodically, at least once a year]
#   remediation: >-
#     The delay has ended with the review; fix the day of the next so that it comes within the year.
#   ended_on: compliance_function.board_risk_strategy_last_review_on
breach contains "late" if {
	some earlier in input.compliance_function.board_risk_strategy_earlier_reviews_on
	not followed(earlier)
	yearly.missed(earlier, input.compliance_function.board_risk_strategy_last_review_on, 0)
	input.compliance_function.board_risk_strategy_last_review_on <= input.assessment.date
}

followed(earlier) if {
	some later in input.compliance_function.board_risk_strategy_earlier_reviews_on
	earlier < later
}
