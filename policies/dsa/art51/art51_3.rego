# METADATA
# scope: package
# title: The management body delivers and carries out a required action plan
# description: >-
#   Where all other powers are exhausted and an infringement goes on and causes serious harm, the Digital Services
#   Coordinator may require the management body to adopt and submit an action plan, to see to its measures and to
#   report on them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_51
# custom:
#   id: dsa.art51.3
#   article: 51(3)
#   kind: procedural
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc
#   recitals: [114, 115, 116, 119, 120]
#   judgement_terms: [without undue delay]
#   interpretation: >-
#     The consequence that the paragraph itself names is a temporary restriction of access, ordered by a court where
#     the infringement is also an offence that threatens life or safety. Whether failing to deliver the plan is fined
#     on its own depends on national law; the maximum shown belongs to the infringement behind it.
package dsa.art51.art51_3

# METADATA
# title: The Digital Services Coordinator has required an action plan
concerned if input.supervision.dsc_action_plan_required

# METADATA
# title: The management body has not adopted and submitted the action plan
# custom:
#   words: adopt and submit an action plan
#   remediation: >-
#     Have the management body examine the situation, adopt a plan that ends the infringement, and submit it.
breach contains "not_delivered" if input.supervision.dsc_action_plan_delivered == false

# METADATA
# title: The measures of the action plan have not been taken
# custom:
#   words: ensure that the provider takes those measures
#   remediation: >-
#     Take the measures of the plan.
breach contains "measures_not_taken" if {
	input.supervision.dsc_action_plan_delivered
	input.supervision.dsc_action_plan_measures_taken == false
}

# METADATA
# title: The management body has not reported on the measures taken
# custom:
#   words: report on the measures taken
#   remediation: >-
#     Report to the Coordinator on the measures taken.
breach contains "not_reported" if {
	input.supervision.dsc_action_plan_measures_taken
	input.supervision.dsc_action_plan_measures_reported == false
}
