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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [61, 62]
#   judgement_terms: [priority, without undue delay]
#   exceptions: >-
#     Notices outside the designated area of expertise have no priority.
#   interpretation: >-
#     That trusted flaggers wait longer than others is evidence only: recital 62 accepts that times vary with the kind
#     of content.
#   remediation: >-
#     Give the notices of trusted flaggers a lane of their own, with the people to decide them at once.
package dsa.art22.art22_1

import data.parameters

# METADATA
# title: No measures give priority to the notices of trusted flaggers
breach contains "no_priority" if input.reporting_pipeline.trusted_flagger_lane_exists == false

# METADATA
# title: Half of the notices of trusted flaggers wait too long for a decision
breach contains "slow" if {
	input.reporting_pipeline.tf_notices_within_expertise_count > 0
	limit := parameters.median_hours_tf_notice_to_decision_max
	input.reporting_pipeline.median_hours_tf_notice_to_decision > limit
}
