# METADATA
# scope: package
# title: Inspections get access, explanations and corrected answers
# description: >-
#   During an inspection the provider gives access to and explanations of its organisation, IT, algorithms, data
#   handling and business practices, lets books and records be examined, respects seals, and rectifies wrong,
#   incomplete or misleading answers of its staff in the period set.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_69
#   - https://eur-lex.europa.eu/eli/reg_impl/2023/1201/oj
# custom:
#   id: dsa.art69.2
#   article: 69(2)
#   kind: procedural
#   addressee: vlop_vlose
#   start: supervision
#   penalty: [art74_2_1pct]
#   supervised_by: commission
#   recitals: [141]
#   judgement_terms: []
package dsa.art69.art69_2

# METADATA
# title: Access, explanations, records or seals were not respected in an inspection
# custom:
#   words: [examine the books and other records, provide access to and explanations on, seal any premises]
#   remediation: >-
#     Give the access and the explanations that were withheld, and leave seals alone.
breach contains "no_access" if {
	input.supervision.inspection_decisions_count > 0
	input.supervision.inspection_access_given == false
}

# METADATA
# title: A wrong answer of the staff was not rectified in the period set
# custom:
#   words: address questions to any such representative
#   remediation: >-
#     Rectify the answers of the staff.
breach contains "not_rectified" if {
	rectified := input.supervision.inspection_answers_rectified_on_time_count
	rectified < input.supervision.inspection_answers_incorrect_count
}
