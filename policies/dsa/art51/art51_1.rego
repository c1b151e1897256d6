# METADATA
# scope: package
# title: Investigations of the Digital Services Coordinator are answered and not obstructed
# description: >-
#   The provider answers requests for information of the Digital Services Coordinator without undue delay, correctly
#   and completely, submits to inspections, and lets its staff give explanations.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_51
# custom:
#   id: dsa.art51.1
#   article: 51(1)
#   kind: procedural
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_1pct, art52_4_5pct_daily]
#   supervised_by: dsc
#   recitals: [114, 115, 116]
#   judgement_terms: [without undue delay]
#   exceptions: >-
#     Other persons who may hold information on an infringement are bound as well; they are not the subject of these
#     facts.
#   interpretation: >-
#     Whether a reply came without undue delay is measured by the time that the Coordinator set or accepted. The
#     maximum amounts are those of Art. 52(3), second sentence, and 52(4); national law sets the detail and may do
#     without the distinction between a request and a decision.
package dsa.art51.art51_1

# METADATA
# title: A request of the Digital Services Coordinator was not answered in time
# custom:
#   words: [provide such information, without undue delay]
#   remediation: >-
#     Answer the open requests fully, and agree on the time for those that cannot be answered at once.
breach contains "not_answered" if {
	input.supervision.dsc_requests_answered_on_time_count < input.supervision.dsc_requests_count
}

# METADATA
# title: A reply was incorrect, incomplete or misleading and was not rectified
# custom:
#   words: provide such information
#   remediation: >-
#     Correct and complete the reply.
breach contains "incorrect" if {
	input.supervision.dsc_requests_count > 0
	input.supervision.dsc_reply_incorrect
}

# METADATA
# title: An inspection or explanations were refused or obstructed
# custom:
#   words: [inspections of any premises, give explanations]
#   remediation: >-
#     Admit the inspection and let staff and representatives explain.
breach contains "inspection_refused" if input.supervision.dsc_inspection_refused
