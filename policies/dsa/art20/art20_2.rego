# METADATA
# scope: package
# title: The time for complaints runs from the day on which the person is told of the decision
# description: >-
#   The six months of paragraph 1 begin on the day on which the recipient or the notifier is informed of the decision.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_20
# custom:
#   id: dsa.art20.2
#   article: 20(2)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   interpretation: >-
#     A window that is too short fails paragraph 1, which sets its length, and leaves less than six months from the
#     notification too. It is reported under both and is one infringement, not two.
#   remediation: >-
#     Count the time for complaints from the day on which the decision was communicated, and let it last six months or
#     more.
package dsa.art20.art20_2

import data.law

# METADATA
# title: The time for complaints is counted from the decision and not from the day on which the person is told
breach contains "from_decision" if {
	input.complaints.complaint_window_ends
	input.complaints.complaint_window_starts_on == "decision"
}

# METADATA
# title: Less than six months remain from the day on which the person is told
breach contains "window" if {
	input.complaints.complaint_window_ends
	input.complaints.complaint_window_months < law.complaint_window_months_min
}
