# METADATA
# scope: package
# title: Recipients and notifiers can complain about decisions through an effective system
# description: >-
#   For at least six months after a moderation decision, or after a decision on a notice that may be not to act, the
#   platform gives those concerned access to an effective internal complaint system, electronically and free of
#   charge.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_20
# custom:
#   id: dsa.art20.1
#   article: 20(1)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   judgement_terms: [effective]
#   interpretation: >-
#     A system in which complainants can neither explain nor prove anything is not effective; the Commission took that
#     view of Meta on 24 October 2025, in preliminary findings. Formal requirements are named by recital 58 only and
#     count through a parameter. A window of less than six months fails paragraph 2 as well and is one infringement,
#     not two.
#   remediation: >-
#     Open a working complaint system, free and electronic, for at least six months, against every kind of decision
#     and to notifiers as well, and let complainants say why they disagree and show their evidence.
package dsa.art20.art20_1

import data.law
import data.parameters

# METADATA
# title: There is no internal complaint system
breach contains "no_system" if input.complaints.complaint_system_exists == false

# METADATA
# title: A complaint costs money
breach contains "not_free" if input.complaints.complaint_system_free == false

# METADATA
# title: A complaint cannot be lodged electronically
breach contains "not_electronic" if input.complaints.complaint_system_electronic == false

# METADATA
# title: Some kinds of decision are closed to complaints
breach contains "scope" if {
	some decision in {"visibility", "service", "account", "monetisation", "notice_decision"}
	not decision in input.complaints.complaint_scope_decision_types
}

# METADATA
# title: Those who sent a notice cannot complain about the decision on it
breach contains "notifiers_shut_out" if input.complaints.complaint_open_to_notifiers == false

# METADATA
# title: Those who lost their account cannot reach the complaint system
breach contains "closed_accounts_shut_out" if input.complaints.complaint_access_blocked_after_account_closure

# METADATA
# title: Complaints are refused before six months have passed
breach contains "window" if {
	input.complaints.complaint_window_ends
	input.complaints.complaint_window_months < law.complaint_window_months_min
}

# METADATA
# title: The complaint system is not effective
breach contains "ineffective" if input.complaints.complaint_system_effective == false

# METADATA
# title: Complainants can neither explain themselves nor show evidence, so that the system is not effective
breach contains "unheard" if {
	input.complaints.complaint_free_text_explanation == false
	input.complaints.complaint_evidence_upload == false
}

# METADATA
# title: Complaints have to meet formal requirements that keep people from complaining
breach contains "formalities" if {
	limit := parameters.complaint_formal_requirements_count_max
	input.complaints.complaint_formal_requirements_count > limit
}
