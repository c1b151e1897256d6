# METADATA
# scope: package
# title: When a crisis decision binds
# description: >-
#   A decision of the Commission in a crisis binds its addressees as long as it is not revoked, Art. 36(1) and (8)(a).
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_36
package dsa.art36.crisis

# METADATA
# title: A crisis decision binds the provider and requires an action
requires(action) if {
	binds
	action in input.supervision.crisis_actions_required
}

# METADATA
# title: A crisis decision binds the provider
binds if {
	input.supervision.crisis_decision_received
	not revoked
}

revoked if {
	input.supervision.crisis_decision_revoked
	input.supervision.crisis_decision_revoked_on <= input.assessment.date
}
