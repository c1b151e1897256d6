# METADATA
# scope: package
# title: The Commission is kept informed on the implementation of the action plan
# description: >-
#   The provider sends the Commission the report of the audit of its action plan without undue delay, keeps it up to
#   date on the steps taken, and gives the additional information that the Commission requires within the period it
#   sets.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_75
# custom:
#   id: dsa.art75.3
#   article: 75(3)
#   kind: procedural
#   addressee: vlop_vlose
#   rule: supervision
#   penalty: [art76_5pct_daily]
#   supervised_by: commission
#   recitals: [145]
#   judgement_terms: [without undue delay]
#   interpretation: >-
#     Whether the plan is carried out in time is judged under 73(3); this paragraph is about keeping the Commission
#     informed.
#   remediation: >-
#     Send the audit report and the missing information to the Commission and tell it of every step taken.
package dsa.art75.art75_3

import data.parameters

# METADATA
# title: An action plan is required
concerned if input.supervision.action_plan_required

# METADATA
# title: The audit report on the action plan was not sent without undue delay
breach contains "audit_report_late" if {
	input.supervision.action_plan_audit_report_available
	report_due_on < input.assessment.date
	not report_sent_in_time
}

# METADATA
# title: The Commission was not told of steps taken to implement the action plan
breach contains "steps_not_reported" if {
	input.supervision.action_plan_steps_taken_count > 0
	input.supervision.action_plan_steps_reported_count < input.supervision.action_plan_steps_taken_count
}

# METADATA
# title: Additional information was not given within its period
breach contains "information_not_given" if {
	input.supervision.action_plan_information_requests_count > 0
	met := input.supervision.action_plan_information_requests_met_count
	met < input.supervision.action_plan_information_requests_count
}

report_sent_in_time if {
	input.supervision.action_plan_audit_report_sent
	input.supervision.action_plan_audit_report_sent_on <= report_due_on
}

report_due_on := dates.add_days(
	input.supervision.action_plan_audit_report_available_on,
	parameters.days_action_plan_audit_report_to_commission_max,
)
