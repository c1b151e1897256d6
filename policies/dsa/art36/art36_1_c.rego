# METADATA
# scope: package
# title: A crisis decision is answered by reports
# description: >-
#   Where a crisis decision of the Commission requires it, the provider reports on its assessments and on the
#   content, implementation and effect of its measures by the days or at the intervals that the decision sets.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_36
# custom:
#   id: dsa.art36.1.c
#   article: 36(1)(c)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [91]
#   exceptions: >-
#     Only addressees of a crisis decision of the Commission are bound, and only to the actions that it
#     requires. A decision that was revoked binds no more from the day of its revocation.
#   catalogue: >-
#     The catalogue knows that the decision can be revoked and leaves the duty as it is.
package dsa.art36.art36_1_c

import data.dsa.art36.crisis

# METADATA
# title: A crisis decision of the Commission requires the action
concerned if crisis.requires("c")

# METADATA
# title: A report that the crisis decision requires was not delivered in time
# custom:
#   words: [report to the Commission, by a certain date or at regular intervals]
#   remediation: >-
#     Deliver the reports that are due, and the next ones by their day.
breach contains "late" if {
	input.supervision.crisis_reports_on_time_count < input.supervision.crisis_reports_due_count
}
