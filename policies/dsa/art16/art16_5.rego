# METADATA
# scope: package
# title: The notifier learns the decision and how to seek redress
# description: >-
#   The host tells the notifier without undue delay what it has decided about the notified item, and what can be done
#   against the decision.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.5
#   article: 16(5)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: [without undue delay]
#   presupposes: dsa.art16.1
#   exceptions: >-
#     Only notices that hold electronic contact details: the paragraph speaks of the notifier of Art. 16(4). An online
#     platform leaves out those whom it has warned and suspended under Art. 23(2), while that lasts.
#   interpretation: >-
#     The median hides the slow ones, so that the time for nineteen in twenty counts as well; where it was not measured
#     the median decides.
package dsa.art16.art16_5

import data.dsa.arithmetic
import data.dsa.section3
import data.parameters

# METADATA
# title: There is a mechanism
presupposed if input.reporting_pipeline.notice_mechanism_exists

# METADATA
# title: Notifiers were not told the decision
# custom:
#   words: notify that individual or entity of its decision
#   remediation: >-
#     Send every decision to its notifier, and make up for the decisions that were never sent.
breach contains "not_told" if some_left_out(input.reporting_pipeline.notices_decision_communicated_count)

breach contains "not_told" if set_aside_without_excuse

# METADATA
# title: Notifiers were not told how to seek redress against the decision
# custom:
#   words: possibilities for redress
#   remediation: >-
#     Add to every message about a decision the ways to contest it.
breach contains "no_redress" if some_left_out(input.reporting_pipeline.notice_decisions_with_redress_info_count)

breach contains "no_redress" if set_aside_without_excuse

some_left_out(part) if {
	all := input.reporting_pipeline.notices_decided_with_contact_count
	arithmetic.left_out(part, input.reporting_pipeline.notices_set_aside_untold_count, all)
}

# Nothing but Art. 23(2) lets a host leave out those that it has set aside.
set_aside_without_excuse if {
	input.reporting_pipeline.notices_set_aside_untold_count > 0
	not section3.binds
}

# METADATA
# title: Half of the notifiers wait too long after the decision
# custom:
#   words: without undue delay
#   remediation: >-
#     Send the message when the decision is taken.
breach contains "late" if {
	input.reporting_pipeline.notices_decision_communicated_count > 0
	limit := parameters.median_hours_decision_to_notification_max
	input.reporting_pipeline.median_hours_decision_to_notification > limit
}

# METADATA
# title: The slowest twentieth of the notifiers waits too long after the decision
# custom:
#   words: without undue delay
#   remediation: >-
#     Find the decisions whose message hangs, and send it when the decision is taken.
breach contains "late_tail" if {
	input.reporting_pipeline.notices_decision_communicated_count > 0
	input.reporting_pipeline.p95_hours_decision_to_notification_measured
	limit := parameters.p95_hours_decision_to_notification_max
	input.reporting_pipeline.p95_hours_decision_to_notification > limit
}

# METADATA
# title: How long the slowest messages take was not measured, so that the median decides
speaks_against contains "tail_unmeasured" if {
	input.reporting_pipeline.p95_hours_decision_to_notification_measured == false
}
