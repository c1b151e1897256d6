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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   judgement_terms: [effective]
#   interpretation: >-
#     A system in which complainants can neither explain nor prove anything is not effective; the Commission took that
#     view of Meta on 24 October 2025, in preliminary findings. Formal requirements are named by recital 58 only and
#     count through a parameter. A window of less than six months fails paragraph 2 as well and is one infringement,
#     not two.
package dsa.art20.art20_1

import data.law
import data.parameters

# METADATA
# title: There is no internal complaint system
# custom:
#   words: access to an effective internal complaint-handling system
#   remediation: >-
#     Open a complaint system, electronic and free of charge, for at least six months after every decision.
breach contains "no_system" if input.complaints.complaint_system_exists == false

# METADATA
# title: A complaint costs money
# custom:
#   words: free of charge
#   remediation: >-
#     Take no fee for a complaint.
breach contains "not_free" if input.complaints.complaint_system_free == false

# METADATA
# title: A complaint cannot be lodged electronically
# custom:
#   words: electronically
#   remediation: >-
#     Let the whole complaint, from the first step to the last, be made electronically.
breach contains "not_electronic" if input.complaints.complaint_system_electronic == false

# METADATA
# title: Some kinds of decision are closed to complaints
# custom:
#   words:
#     - remove or disable access to or restrict visibility
#     - provision of the service
#     - recipients' account
#     - monetise
#     - upon the receipt of a notice
#   remediation: >-
#     Open the complaint system to every kind of decision, those on notices included.
breach contains "scope" if {
	some decision in {"visibility", "service", "account", "monetisation", "notice_decision"}
	not decision in input.complaints.complaint_scope_decision_types
}

# METADATA
# title: Those who sent a notice cannot complain about the decision on it
# custom:
#   words: individuals or entities that have submitted a notice
#   remediation: >-
#     Let those who sent a notice complain about the decision on it, without an account.
breach contains "notifiers_shut_out" if input.complaints.complaint_open_to_notifiers == false

# METADATA
# title: Those who lost their account cannot reach the complaint system
# custom:
#   words: enables them to lodge complaints
#   remediation: >-
#     Give those whose account was suspended or closed a way to complain that needs no login.
breach contains "closed_accounts_shut_out" if input.complaints.complaint_access_blocked_after_account_closure

# METADATA
# title: Complaints are refused before six months have passed
# custom:
#   words: at least six months
#   remediation: >-
#     Take complaints for at least six months after each decision.
breach contains "window" if {
	input.complaints.complaint_window_ends
	input.complaints.complaint_window_months < law.complaint_window_months_min
}

# METADATA
# title: The complaint system is not effective
# custom:
#   words: effective
#   remediation: >-
#     See that each complaint is looked at by somebody who can change the decision.
breach contains "ineffective" if input.complaints.complaint_system_effective == false

# METADATA
# title: Complainants can neither explain themselves nor show evidence, so that the system is not effective
# custom:
#   words: effective
#   remediation: >-
#     Let complainants say in their own words why they disagree, or show their evidence, and read it.
breach contains "unheard" if {
	input.complaints.complaint_free_text_explanation == false
	input.complaints.complaint_evidence_upload == false
}

# METADATA
# title: Complaints have to meet formal requirements that keep people from complaining
# custom:
#   words: effective
#   remediation: >-
#     Drop formal requirements such as naming a legal provision.
breach contains "formalities" if {
	limit := parameters.complaint_formal_requirements_count_max
	input.complaints.complaint_formal_requirements_count > limit
}

# METADATA
# title: Somebody who sent a notice without an account needs one to complain
speaks_against contains "login" if input.complaints.complaint_login_required_for_notifiers

# METADATA
# title: Of all the complaints that were decided none succeeded
speaks_against contains "never_successful" if {
	input.complaints.complaints_decided_count > 0
	input.complaints.complaints_upheld_count == 0
}
