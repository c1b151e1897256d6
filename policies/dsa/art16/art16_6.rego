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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 52]
#   judgement_terms: [timely, diligent, non-arbitrary, objective]
#   presupposes: dsa.art16.1
#   exceptions: >-
#     An online platform leaves out what comes from persons whom it has warned and suspended under Art. 23(2), while
#     that lasts. A host that Art. 23 does not bind has to process all notices.
#   interpretation: >-
#     The median of 24 hours is the benchmark of the code of conduct on hate speech of 2016, stretched here to all
#     notices; it holds for designated services only. Of other hosts the time for nineteen in twenty notices decides,
#     and nothing in its place. Of a designated service of which nobody measured it the median decides.
#   catalogue: >-
#     The catalogue measures every host by the median, and counts as undecided what was lost or waits. Notices that were
#     closed without a decision are counted as well, and those set aside under Art. 23(2) are not.
package dsa.art16.art16_6

import data.dsa.scope
import data.dsa.section3
import data.parameters

# METADATA
# title: There is a mechanism
presupposed if input.reporting_pipeline.notice_mechanism_exists

# METADATA
# title: Notices were lost to a fault and have not been decided
# custom:
#   words: process any notices
#   remediation: >-
#     Find the notices that were lost and decide them.
breach contains "lost" if input.reporting_pipeline.notices_lost_to_fault_count > 0

# METADATA
# title: A fault keeps notices from the reviewers
# custom:
#   words: process any notices
#   remediation: >-
#     Repair the intake so that every notice reaches a reviewer, and compare what goes in with what arrives.
breach contains "fault_open" if {
	input.reporting_pipeline.fault_keeps_notices_from_review
	not fault_fixed
}

fault_fixed if {
	input.reporting_pipeline.fault_fixed
	input.reporting_pipeline.fault_fixed_on <= input.assessment.date
}

# METADATA
# title: Notices were closed without a decision
# custom:
#   words: process any notices
#   remediation: >-
#     Reopen the notices that were closed unread and decide them, and let no rule close a notice without a decision.
breach contains "closed_undecided" if input.reporting_pipeline.notices_closed_undecided_count > 0

# METADATA
# title: Notices of certain people are set aside although Art. 23 does not bind the service
# custom:
#   words: process any notices
#   remediation: >-
#     Decide the notices that were set aside; a host that is no online platform, or that Art. 19 frees, has nobody to
#     suspend.
breach contains "set_aside" if {
	input.reporting_pipeline.notices_set_aside_count > 0
	not section3.binds
}

# METADATA
# title: The oldest undecided notice has waited too long
# custom:
#   words: timely
#   remediation: >-
#     Decide the notices that have waited longest, and match the number of reviewers to what comes in.
breach contains "backlog" if {
	input.reporting_pipeline.notice_backlog_oldest_days > parameters.notice_backlog_oldest_days_max
	not set_aside_explains
}

# Art. 23(2): what came from persons warned and suspended waits while the suspension lasts.
set_aside_explains if {
	section3.binds
	input.reporting_pipeline.notices_set_aside_count > 0
	input.reporting_pipeline.notice_backlog_oldest_days_otherwise <= parameters.notice_backlog_oldest_days_max
}

# METADATA
# title: Half of the notices wait too long for a decision
# custom:
#   words: timely
#   remediation: >-
#     Shorten the way from the notice to the decision until half of the notices are decided within the benchmark.
breach contains "median" if {
	scope.designated_now
	input.reporting_pipeline.median_hours_notice_to_decision > parameters.median_hours_notice_to_decision_max
}

# METADATA
# title: The slowest twentieth of the notices waits too long for a decision
# custom:
#   words: timely
#   remediation: >-
#     Find the notices that wait longest, by kind and by language, and add reviewers there.
breach contains "p95" if {
	input.reporting_pipeline.p95_hours_notice_to_decision > parameters.p95_hours_notice_to_decision_max
	not median_decides
}

median_decides if {
	scope.designated_now
	input.reporting_pipeline.p95_hours_notice_to_decision_measured == false
}

# METADATA
# title: Notices about the safety of children wait too long for a decision
# custom:
#   words: timely
#   remediation: >-
#     Put notices about the safety of children before others, at all hours.
breach contains "child_safety" if {
	limit := parameters.median_hours_notice_to_decision_child_safety_max
	input.reporting_pipeline.median_hours_notice_to_decision_child_safety > limit
}

# METADATA
# title: Too many decisions on notices do not stand up to review
# custom:
#   words: diligent
#   remediation: >-
#     Train reviewers where second reviews differ, give them time and languages, and review again.
breach contains "careless" if {
	input.reporting_pipeline.notice_decision_audit_accuracy < parameters.notice_decision_audit_accuracy_min
}

# METADATA
# title: Decisions on notices are arbitrary, not objective or careless
# custom:
#   words: [non-arbitrary, objective]
#   remediation: >-
#     Decide by published criteria after a look at the item, and decide again what was rejected without one.
breach contains "arbitrary" if input.reporting_pipeline.notice_decisions_arbitrary_found

# METADATA
# title: The time for nineteen in twenty notices was not measured, so that the median decides
speaks_against contains "tail_unmeasured" if median_decides

# METADATA
# title: Fewer notices were decided than came in, and none is said to wait
speaks_against contains "fewer_decided" if {
	input.reporting_pipeline.notices_decided_count < input.reporting_pipeline.notices_submitted_count
	input.reporting_pipeline.notice_backlog_oldest_days == 0
}

# METADATA
# title: Fewer notices with contact details were decided than came in, and none is said to wait
speaks_against contains "fewer_decided_with_contact" if {
	decided := input.reporting_pipeline.notices_decided_with_contact_count
	decided < input.reporting_pipeline.notices_with_contact_count
	input.reporting_pipeline.notice_backlog_oldest_days == 0
}

# METADATA
# title: Notices wait longer than the provider's own policy allows
speaks_against contains "own_policy" if input.reporting_pipeline.notices_open_beyond_policy_age_count > 0
