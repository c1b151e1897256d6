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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   interpretation: >-
#     A window that is too short fails paragraph 1, which sets its length, and leaves less than six months from the
#     notification too. It is reported under both and is one infringement, not two. A window that is counted from
#     the decision is long enough if six months of it are left to whoever is told last. That it takes half a year to
#     be told is nothing that one has to reckon with: of a window that leaves room for it only a delay counts that
#     was found.
#   presupposes: dsa.art20.1
#   catalogue: >-
#     The catalogue took any window that is counted from the decision for a breach. The paragraph asks that six
#     months remain from the day of being told, which a longer window leaves.
package dsa.art20.art20_2

import data.law
import data.readings

# METADATA
# title: There is an internal complaint system
presupposed if input.complaints.complaint_system_exists

# METADATA
# title: The time is counted from the decision, and less than six months of it remain when the last person is told
# custom:
#   words: [start on the day, informed about the decision]
#   remediation: >-
#     Count the time for complaints from the day on which the person is told, or let it last as much longer as the
#     last one is told later.
breach contains "from_decision" if {
	counted_from_decision
	not leaves_another_six_months
	told_too_late(input.complaints.complaint_telling_longest_delay_months)
}

breach contains "from_decision" if {
	counted_from_decision
	told_too_late(input.complaints.complaint_telling_delay_found_months)
}

counted_from_decision if {
	readings.complaint_window == "from_being_told"
	input.complaints.complaint_window_ends
	input.complaints.complaint_window_starts_on == "decision"
}

leaves_another_six_months if {
	input.complaints.complaint_window_months - law.complaint_window_months_min >= law.complaint_window_months_min
}

told_too_late(months) if input.complaints.complaint_window_months - months < law.complaint_window_months_min

# METADATA
# title: Less than six months remain from the day on which the person is told
# custom:
#   words: at least six months
#   remediation: >-
#     Let the time for complaints last six months or more.
breach contains "window" if {
	input.complaints.complaint_window_ends
	input.complaints.complaint_window_months < law.complaint_window_months_min
}
