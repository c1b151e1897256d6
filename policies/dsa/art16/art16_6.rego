# METADATA
# scope: package
# title: Notices are decided in a timely, diligent, non-arbitrary and objective manner
# description: >-
#   The host processes every notice that it receives under its mechanism and decides on it in a timely, careful,
#   non-arbitrary and objective way.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.6
#   article: 16(6)
#   kind: duty
#   addressee: hosting
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 52]
#   judgement_terms: [timely, diligent, non-arbitrary, objective]
#   remediation: >-
#     Repair the intake so that every notice reaches a reviewer, decide the notices that were lost, and watch the number
#     that goes in against the number that comes out.
package dsa.art16.art16_6

import data.parameters

# METADATA
# title: Notices were lost to a fault and have not been decided
breach contains "lost" if input.reporting_pipeline.notices_lost_to_fault_count > 0

# METADATA
# title: A fault keeps notices from the reviewers
breach contains "fault_open" if {
	input.reporting_pipeline.fault_keeps_notices_from_review
	not fault_fixed
}

fault_fixed if {
	input.reporting_pipeline.fault_fixed
	input.reporting_pipeline.fault_fixed_on <= input.assessment.date
}

# METADATA
# title: The oldest undecided notice has waited too long
breach contains "backlog" if {
	input.reporting_pipeline.notice_backlog_oldest_days > parameters.notice_backlog_oldest_days_max
}

# METADATA
# title: Half of the notices wait too long for a decision
breach contains "median" if {
	input.reporting_pipeline.median_hours_notice_to_decision > parameters.median_hours_notice_to_decision_max
}

# METADATA
# title: The slowest twentieth of the notices waits too long for a decision
breach contains "p95" if {
	input.reporting_pipeline.p95_hours_notice_to_decision > parameters.p95_hours_notice_to_decision_max
}

# METADATA
# title: Notices about the safety of children wait too long for a decision
breach contains "child_safety" if {
	limit := parameters.median_hours_notice_to_decision_child_safety_max
	input.reporting_pipeline.median_hours_notice_to_decision_child_safety > limit
}

# METADATA
# title: Too many decisions on notices do not stand up to review
breach contains "careless" if {
	input.reporting_pipeline.notice_decision_audit_accuracy < parameters.notice_decision_audit_accuracy_min
}

# METADATA
# title: Decisions on notices are arbitrary, not objective or careless
breach contains "arbitrary" if input.reporting_pipeline.notice_decisions_arbitrary_found
