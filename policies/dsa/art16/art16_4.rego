# METADATA
# scope: package
# title: Receipt of a notice is confirmed without undue delay
# description: >-
#   Where a notice holds electronic contact details, the host confirms to the notifier without undue delay that it has
#   received it.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.4
#   article: 16(4)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: [without undue delay]
#   presupposes: dsa.art16.1
#   exceptions: >-
#     Only notices that hold electronic contact details.
#   interpretation: >-
#     Art. 23(2) suspends the processing of notices; that it suspends the mere receipt as well is a reading, and no
#     excuse for a host that Art. 23 does not bind. The median hides the slow ones, so that the time for nineteen in
#     twenty counts as well; where it was not measured the median decides.
package dsa.art16.art16_4

import data.dsa.arithmetic
import data.dsa.section3
import data.parameters
import data.readings

# METADATA
# title: There is a mechanism
presupposed if input.reporting_pipeline.notice_mechanism_exists

# METADATA
# title: Notices with contact details were not confirmed
# custom:
#   words: send a confirmation of receipt
#   remediation: >-
#     Send a confirmation automatically for every notice that names an address, and make up for those that were left
#     without one.
breach contains "unconfirmed" if unconfirmed

unconfirmed if {
	all := input.reporting_pipeline.notices_with_contact_count
	set_aside := input.reporting_pipeline.notices_set_aside_unconfirmed_count
	arithmetic.left_out(input.reporting_pipeline.notices_confirmed_count, set_aside, all)
}

# Nothing but Art. 23(2) lets a host leave out those that it has set aside.
unconfirmed if {
	input.reporting_pipeline.notices_set_aside_unconfirmed_count > 0
	not receipt_suspended
}

receipt_suspended if {
	section3.binds
	readings.receipt_while_suspended == "suspended"
}

# METADATA
# title: Half of the notifiers wait too long for the confirmation
# custom:
#   words: without undue delay
#   remediation: >-
#     Send the confirmation by machine when the notice comes in.
breach contains "late" if {
	input.reporting_pipeline.notices_with_contact_count > 0
	limit := parameters.median_minutes_notice_to_confirmation_max
	input.reporting_pipeline.median_minutes_notice_to_confirmation > limit
}

# METADATA
# title: The slowest twentieth of the notifiers waits too long for the confirmation
# custom:
#   words: without undue delay
#   remediation: >-
#     Find the notices whose confirmation hangs, and send it by machine when the notice comes in.
breach contains "late_tail" if {
	input.reporting_pipeline.notices_with_contact_count > 0
	input.reporting_pipeline.p95_minutes_notice_to_confirmation_measured
	limit := parameters.p95_minutes_notice_to_confirmation_max
	input.reporting_pipeline.p95_minutes_notice_to_confirmation > limit
}

# METADATA
# title: How long the slowest confirmations take was not measured, so that the median decides
speaks_against contains "tail_unmeasured" if {
	input.reporting_pipeline.p95_minutes_notice_to_confirmation_measured == false
}
