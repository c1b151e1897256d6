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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: [without undue delay]
#   exceptions: >-
#     Only notices that hold electronic contact details.
#   remediation: >-
#     Send a confirmation automatically for every notice that names an address, and check the notices that a fault kept
#     without one.
package dsa.art16.art16_4

import data.parameters

# METADATA
# title: Notices with contact details were not confirmed
breach contains "unconfirmed" if {
	input.reporting_pipeline.notices_confirmed_count < input.reporting_pipeline.notices_with_contact_count
}

# METADATA
# title: Half of the notifiers wait too long for the confirmation
breach contains "late" if {
	input.reporting_pipeline.notices_with_contact_count > 0
	limit := parameters.median_minutes_notice_to_confirmation_max
	input.reporting_pipeline.median_minutes_notice_to_confirmation > limit
}
