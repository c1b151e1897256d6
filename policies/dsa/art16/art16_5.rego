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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: [without undue delay]
#   exceptions: >-
#     Only notices that hold electronic contact details: the paragraph speaks of the notifier of Art. 16(4).
#   remediation: >-
#     Send every decision to its notifier as soon as it is taken, with the ways to contest it, and make up for the
#     decisions that were never sent.
package dsa.art16.art16_5

import data.parameters

# METADATA
# title: Notifiers were not told the decision
breach contains "not_told" if {
	told := input.reporting_pipeline.notices_decision_communicated_count
	told < input.reporting_pipeline.notices_decided_with_contact_count
}

# METADATA
# title: Notifiers were not told how to seek redress against the decision
breach contains "no_redress" if {
	informed := input.reporting_pipeline.notice_decisions_with_redress_info_count
	informed < input.reporting_pipeline.notices_decided_with_contact_count
}

# METADATA
# title: Half of the notifiers wait too long after the decision
breach contains "late" if {
	input.reporting_pipeline.notices_decision_communicated_count > 0
	limit := parameters.median_hours_decision_to_notification_max
	input.reporting_pipeline.median_hours_decision_to_notification > limit
}
