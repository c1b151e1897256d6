# METADATA
# scope: package
# title: Complaints by representative bodies have priority and are decided without undue delay
# description: >-
#   Technical and organisational measures make sure that complaints which qualified non-profit bodies lodge for
#   recipients through the system of Art. 20 are processed and decided with priority and without undue delay.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_86
# custom:
#   id: dsa.art86.2
#   article: 86(2)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [149]
#   judgement_terms: [priority, without undue delay]
#   exceptions: >-
#     The body is non-profit, properly constituted under the law of a Member State, and has a statutory aim that
#     includes enforcing this Regulation, Art. 86(1).
#   interpretation: >-
#     The paragraph stands outside Section 3 but presupposes the complaint system of Art. 20, so that it is taken to
#     follow its size exclusion and its dates. That representative bodies wait longer than others is evidence only.
#     Where only the median of the times is known, it decides.
#   presupposes: dsa.art20.1
package dsa.art86.art86_2

import data.parameters

# METADATA
# title: There is a complaint system
presupposed if input.complaints.complaint_system_exists

# METADATA
# title: No measures give priority to complaints by representative bodies
# custom:
#   words: [necessary technical and organisational measures, processed and decided upon with priority]
#   remediation: >-
#     Recognise the complaints of qualified bodies when they come in, and put them before the others.
breach contains "no_priority" if input.complaints.representative_complaint_priority_measures == false

# METADATA
# title: Half of the complaints by representative bodies wait too long for a decision
# custom:
#   words: without undue delay
#   remediation: >-
#     Decide the complaints of qualified bodies that are open, and staff the priority that they have.
breach contains "slow" if {
	limit := parameters.median_hours_representative_complaint_to_decision_max
	input.complaints.median_hours_representative_complaint_to_decision > limit
}

# METADATA
# title: One complaint in twenty by representative bodies waits far too long for a decision
# custom:
#   words: without undue delay
#   remediation: >-
#     Find out which complaints of qualified bodies wait longest and why, and watch the age of the oldest open one.
breach contains "tail" if {
	input.complaints.p95_hours_representative_complaint_to_decision_measured
	limit := parameters.p95_hours_representative_complaint_to_decision_max
	input.complaints.p95_hours_representative_complaint_to_decision > limit
}

# METADATA
# title: Of the time until the decision only the median is known, which hides the complaints that waited longest
speaks_against contains "tail_not_measured" if {
	input.complaints.representative_complaints_decided_count > 0
	input.complaints.p95_hours_representative_complaint_to_decision_measured == false
}

# METADATA
# title: Representative bodies wait longer for a decision than other complainants
speaks_against contains "longer_than_others" if {
	representative := input.complaints.median_hours_representative_complaint_to_decision
	representative > input.complaints.median_hours_complaint_to_decision
}
