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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   judgement_terms: [timely, non-discriminatory, diligent, non-arbitrary]
#   exceptions: >-
#     Complaints of those whose complaints are suspended under Art. 23(2) need not be processed meanwhile.
#   interpretation: >-
#     Complaints that are still being worked on are no breach while their age and the usual times stay within the
#     parameters. A gap between languages beyond the parameter is taken as discriminatory handling.
#   remediation: >-
#     Decide the open complaints, oldest first, give the team the people and languages that it lacks, and review a
#     sample of decisions for like treatment.
package dsa.art20.art20_4

import data.parameters

# METADATA
# title: Complaints were left without a decision
breach contains "not_handled" if input.complaints.complaints_not_handled_count > 0

# METADATA
# title: Complaints are handled carelessly, arbitrarily or with discrimination
breach contains "careless" if input.complaints.complaints_handled_diligently == false

# METADATA
# title: The oldest undecided complaint has waited too long
breach contains "backlog" if {
	input.complaints.complaint_backlog_oldest_days > parameters.complaint_backlog_oldest_days_max
}

# METADATA
# title: Half of the complaints wait too long for a decision
breach contains "median" if {
	input.complaints.median_hours_complaint_to_decision > parameters.median_hours_complaint_to_decision_max
}

# METADATA
# title: The slowest twentieth of the complaints waits too long for a decision
breach contains "p95" if {
	input.complaints.p95_hours_complaint_to_decision > parameters.p95_hours_complaint_to_decision_max
}

# METADATA
# title: Whether a complaint succeeds depends too much on its language
breach contains "languages" if {
	input.complaints.complaint_outcome_gap_by_language > parameters.complaint_outcome_gap_by_language_max
}
