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
#   start: supervision
#   penalty: [art76_5pct_daily]
#   supervised_by: commission
#   recitals: [145]
#   judgement_terms: [without undue delay]
#   interpretation: >-
#     Whether the plan is carried out in time is judged under 73(3); this paragraph is about keeping the Commission
#     informed. A report that came late ends the delay, which is remembered for the five years of Art. 77.
package dsa.art75.art75_3

import data.dsa.periods
import data.parameters

# METADATA
# title: An action plan is required
concerned if input.supervision.action_plan_required

# METADATA
# title: The audit report on the action plan has not been sent although undue delay has begun
# custom:
#   words: [communicate the audit report, without undue delay]
#   remediation: >-
#     Send the audit report to the Commission.
breach contains "audit_report_not_sent" if {
	input.supervision.action_plan_audit_report_available
	delay_undue(input.assessment.date)
	report_not_yet_sent
}

report_not_yet_sent if input.supervision.action_plan_audit_report_sent == false

report_not_yet_sent if {
	input.supervision.action_plan_audit_report_sent
	input.supervision.action_plan_audit_report_sent_on > input.assessment.date
}

# METADATA
# title: The audit report on the action plan was sent with undue delay
# custom:
#   words: without undue delay
#   remediation: >-
#     The delay has ended with the report; pass the next on as soon as it is there.
#   ended_on: supervision.action_plan_audit_report_sent_on
breach contains "audit_report_late" if {
	input.supervision.action_plan_audit_report_available
	input.supervision.action_plan_audit_report_sent
	delay_undue(input.assessment.date)
	delay_undue(input.supervision.action_plan_audit_report_sent_on)
	input.supervision.action_plan_audit_report_sent_on <= input.assessment.date
	periods.remembered(input.supervision.action_plan_audit_report_sent_on)
}

# METADATA
# title: The Commission was not told of steps taken to implement the action plan
# custom:
#   words: keep the Commission up to date
#   remediation: >-
#     Tell the Commission of every step taken.
breach contains "steps_not_reported" if {
	input.supervision.action_plan_steps_reported_count < input.supervision.action_plan_steps_taken_count
}

# METADATA
# title: Additional information was not given within its period
# custom:
#   words: [provide additional information, within a reasonable period set by the Commission]
#   remediation: >-
#     Give the Commission the information that is missing.
breach contains "information_not_given" if {
	met := input.supervision.action_plan_information_requests_met_count
	met < input.supervision.action_plan_information_requests_count
}

# METADATA
# title: Not one message on how the implementation stands was sent though steps have been taken
speaks_against contains "no_updates" if {
	input.supervision.action_plan_steps_taken_count > 0
	input.supervision.action_plan_updates_count == 0
}

delay_undue(day) if {
	available_on := input.supervision.action_plan_audit_report_available_on
	days := parameters.days_action_plan_audit_report_to_commission_max
	periods.over_to_commission(day, available_on, days, "days")
}
