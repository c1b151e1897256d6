# METADATA
# scope: package
# title: Complaints are handled in a timely, non-discriminatory, diligent and non-arbitrary manner
# description: >-
#   The platform handles the complaints lodged through its internal system in good time, with care, without
#   discrimination and without arbitrariness.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_20
# custom:
#   id: dsa.art20.4
#   article: 20(4)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   judgement_terms: [timely, non-discriminatory, diligent, non-arbitrary]
#   exceptions: >-
#     Complaints of those who were warned and suspended under Art. 23(2) need not be processed meanwhile and are
#     left out of what waits and of the times.
#   interpretation: >-
#     Complaints that are still being worked on are no breach while their age and the usual times stay within the
#     parameters. A gap between languages beyond the parameter is taken as discriminatory handling.
#   presupposes: dsa.art20.1
#   catalogue: >-
#     The catalogue asks that all complaints be processed; those that Art. 23(2) orders the platform to set aside
#     are left out.
package dsa.art20.art20_4

import data.parameters

# METADATA
# title: There is an internal complaint system
presupposed if input.complaints.complaint_system_exists

# METADATA
# title: Complaints were left without a decision
# custom:
#   words: handle complaints
#   remediation: >-
#     Decide the complaints that were lost, closed unread or ended without a decision.
breach contains "not_handled" if input.complaints.complaints_not_handled_count > 0

# METADATA
# title: The oldest undecided complaint has waited too long
# custom:
#   words: timely
#   remediation: >-
#     Decide the open complaints, oldest first, and give the team the people that it lacks.
breach contains "backlog" if {
	input.complaints.complaint_backlog_oldest_days > parameters.complaint_backlog_oldest_days_max
	not only_set_aside_wait
}

# Art. 23(2): the complaints of persons warned and suspended wait while the suspension lasts.
only_set_aside_wait if {
	input.complaints.complaints_set_aside_count > 0
	input.complaints.complaint_backlog_oldest_days_otherwise <= parameters.complaint_backlog_oldest_days_max
}

# METADATA
# title: Half of the complaints wait too long for a decision
# custom:
#   words: timely
#   remediation: >-
#     Give the team the people and languages to decide ordinary complaints within the time.
breach contains "median" if {
	input.complaints.median_hours_complaint_to_decision > parameters.median_hours_complaint_to_decision_max
}

# METADATA
# title: The slowest twentieth of the complaints waits too long for a decision
# custom:
#   words: timely
#   remediation: >-
#     Find out what holds up the slowest complaints, and decide them.
breach contains "p95" if {
	input.complaints.p95_hours_complaint_to_decision_measured
	input.complaints.p95_hours_complaint_to_decision > parameters.p95_hours_complaint_to_decision_max
}

# METADATA
# title: Whether a complaint succeeds depends too much on its language
# custom:
#   words: non-discriminatory
#   remediation: >-
#     Review a sample of decisions in each language for like treatment, and decide anew what was treated worse.
breach contains "languages" if {
	input.complaints.complaint_outcome_gap_by_language > parameters.complaint_outcome_gap_by_language_max
}

# METADATA
# title: Complaints are handled carelessly, arbitrarily or with discrimination
# custom:
#   words: [non-discriminatory, diligent, non-arbitrary]
#   remediation: >-
#     Mend what was found in the handling of complaints, and decide anew those that it concerned.
breach contains "careless" if input.complaints.complaints_handled_diligently == false

# METADATA
# title: How long the slowest complaints waited was not measured
speaks_against contains "tail_not_measured" if input.complaints.p95_hours_complaint_to_decision_measured == false
