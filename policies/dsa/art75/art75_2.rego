# METADATA
# scope: package
# title: An action plan answers a decision on Section 5
# description: >-
#   Where a non-compliance decision concerns Section 5, the provider draws up an action plan with measures sufficient
#   to end or remedy the infringement and sends it to the Digital Services Coordinators, the Commission and the Board
#   within the period of the decision. The plan commits to an independent audit and names auditor, method, timing and
#   follow-up.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_75
# custom:
#   id: dsa.art75.2
#   article: 75(2)
#   kind: procedural
#   addressee: vlop_vlose
#   start: supervision
#   penalty: [art76_5pct_daily]
#   supervised_by: commission
#   recitals: [145]
#   judgement_terms: [sufficient, reasonable period]
#   exceptions: >-
#     Only where the decision finds an infringement of Section 5 of Chapter III. A commitment to take part in a code
#     of conduct may be part of the plan and need not be.
#   interpretation: >-
#     Whether the measures are sufficient is for the Commission to decide, Art. 75(3). That it accepts them says
#     nothing about their implementation, nor that the infringement has ended. While the period runs and no plan was
#     sent, nothing is judged, nor is what a plan says before there is one. The period does not end on a weekend or a
#     holiday of the institutions (Regulation 1182/71). A plan that came late ends the delay, which is remembered for
#     the five years of Art. 77.
package dsa.art75.art75_2

import data.dsa.periods

# METADATA
# title: An action plan is required and its period is over
concerned if {
	input.supervision.action_plan_required
	period_over(input.assessment.date)
}

# METADATA
# title: An action plan is required and has been sent
concerned if {
	input.supervision.action_plan_required
	input.supervision.action_plan_sent
}

# METADATA
# title: No action plan has been sent although the period of the decision is over
# custom:
#   words: [draw up and communicate, within a reasonable period specified in the decision]
#   remediation: >-
#     Send a plan with sufficient measures and a complete audit commitment at once.
breach contains "not_sent" if {
	period_over(input.assessment.date)
	not_yet_sent
}

not_yet_sent if input.supervision.action_plan_sent == false

not_yet_sent if {
	input.supervision.action_plan_sent
	input.supervision.action_plan_sent_on > input.assessment.date
}

# METADATA
# title: The action plan was sent after the period of the decision
# custom:
#   words: within a reasonable period specified in the decision
#   remediation: >-
#     The delay has ended with the plan; keep the periods for carrying it out.
#   ended_on: supervision.action_plan_sent_on
breach contains "late" if {
	input.supervision.action_plan_sent
	period_over(input.assessment.date)
	period_over(input.supervision.action_plan_sent_on)
	input.supervision.action_plan_sent_on <= input.assessment.date
	periods.remembered(input.supervision.action_plan_sent_on)
}

# METADATA
# title: Not everybody who must get the action plan has got it
# custom:
#   words: [Digital Services Coordinators, the Commission and the Board]
#   remediation: >-
#     Send the plan to all Digital Services Coordinators, the Commission and the Board.
breach contains "recipient_missing" if {
	input.supervision.action_plan_sent
	some recipient in {"digital_services_coordinators", "commission", "board"}
	not recipient in input.supervision.action_plan_recipients
}

# METADATA
# title: The Commission has found the measures of the action plan insufficient
# custom:
#   words: sufficient to terminate or remedy the infringement
#   remediation: >-
#     Send a plan whose measures end or remedy the infringement.
breach contains "insufficient" if {
	input.supervision.action_plan_sent
	input.supervision.action_plan_accepted == false
}

# METADATA
# title: The action plan does not commit to an independent audit
# custom:
#   words: commitment to perform an independent audit
#   remediation: >-
#     Add a commitment to an independent audit of how the other measures are carried out.
breach contains "no_audit" if {
	input.supervision.action_plan_sent
	input.supervision.action_plan_has_audit_commitment == false
}

# METADATA
# title: The action plan does not say who audits, how, when and with what follow-up
# custom:
#   words: [identity of the auditors, "methodology, timing and follow-up"]
#   remediation: >-
#     Name the auditor, the method, the timing and the follow-up of the audit.
breach contains "audit_vague" if {
	input.supervision.action_plan_sent
	input.supervision.action_plan_has_audit_commitment
	input.supervision.action_plan_audit_names_auditor_method_timing_followup == false
}

period_over(day) if periods.passed_to_commission(day, input.supervision.action_plan_due_on)
