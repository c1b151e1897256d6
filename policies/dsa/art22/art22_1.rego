# METADATA
# scope: package
# title: Notices of trusted flaggers have priority and are decided without undue delay
# description: >-
#   Technical and organisational measures make sure that notices of trusted flaggers within their designated area of
#   expertise have priority and are processed and decided without undue delay.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_22
# custom:
#   id: dsa.art22.1
#   article: 22(1)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [61, 62]
#   judgement_terms: [priority, without undue delay]
#   exceptions: >-
#     Notices outside the designated area of expertise have no priority.
#   interpretation: >-
#     That trusted flaggers wait longer than others is evidence only: recital 62 accepts that times vary with the kind
#     of content.
package dsa.art22.art22_1

import data.parameters

# METADATA
# title: No measures give priority to the notices of trusted flaggers
# custom:
#   words: [technical and organisational measures, given priority]
#   remediation: >-
#     Give the notices of trusted flaggers a lane of their own, with the people to decide them at once.
breach contains "no_priority" if input.reporting_pipeline.trusted_flagger_lane_exists == false

# METADATA
# title: Half of the notices of trusted flaggers wait too long for a decision
# custom:
#   words: [processed and decided upon, without undue delay]
#   remediation: >-
#     Give the lane of trusted flaggers the people to decide their notices at once.
breach contains "slow" if {
	notices_received
	limit := parameters.median_hours_tf_notice_to_decision_max
	input.reporting_pipeline.median_hours_tf_notice_to_decision > limit
}

# METADATA
# title: The slowest twentieth of the notices of trusted flaggers waits too long for a decision
# custom:
#   words: [processed and decided upon, without undue delay]
#   remediation: >-
#     Find out what holds up the slowest notices of trusted flaggers, and decide them.
breach contains "slow_tail" if {
	notices_received
	input.reporting_pipeline.p95_hours_tf_notice_to_decision_measured
	limit := parameters.p95_hours_tf_notice_to_decision_max
	input.reporting_pipeline.p95_hours_tf_notice_to_decision > limit
}

notices_received if input.reporting_pipeline.tf_notices_within_expertise_count > 0

# METADATA
# title: How long the slowest notices of trusted flaggers waited was not measured
speaks_against contains "tail_not_measured" if {
	notices_received
	input.reporting_pipeline.p95_hours_tf_notice_to_decision_measured == false
}

# METADATA
# title: Half of the notices of trusted flaggers wait longer than half of all notices
speaks_against contains "slower_than_others" if {
	notices_received
	all := input.reporting_pipeline.median_hours_notice_to_decision
	input.reporting_pipeline.median_hours_tf_notice_to_decision > all
}
