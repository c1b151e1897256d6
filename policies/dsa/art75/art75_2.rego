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
#   rule: supervision
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
#     sent, nothing is judged.
#   remediation: >-
#     Send a plan with sufficient measures and a complete audit commitment to all Coordinators, the Commission and the
#     Board.
package dsa.art75.art75_2

# METADATA
# title: An action plan is required and its period is over
concerned if {
	input.supervision.action_plan_required
	input.supervision.action_plan_due_on < input.assessment.date
}

# METADATA
# title: An action plan is required and has been sent
concerned if {
	input.supervision.action_plan_required
	input.supervision.action_plan_sent
}

# METADATA
# title: No action plan was sent within the period of the decision
breach contains "late" if {
	input.supervision.action_plan_due_on < input.assessment.date
	not sent_in_time
}

# METADATA
# title: Not everybody who must get the action plan has got it
breach contains "recipient_missing" if {
	some recipient in {"digital_services_coordinators", "commission", "board"}
	not recipient in input.supervision.action_plan_recipients
}

# METADATA
# title: The action plan does not commit to an independent audit
breach contains "no_audit" if input.supervision.action_plan_has_audit_commitment == false

# METADATA
# title: The action plan does not say who audits, how, when and with what follow-up
breach contains "audit_vague" if {
	input.supervision.action_plan_has_audit_commitment
	input.supervision.action_plan_audit_names_auditor_method_timing_followup == false
}

# METADATA
# title: The Commission has found the measures of the action plan insufficient
breach contains "insufficient" if input.supervision.action_plan_accepted == false

sent_in_time if {
	input.supervision.action_plan_sent
	input.supervision.action_plan_sent_on <= input.supervision.action_plan_due_on
}
