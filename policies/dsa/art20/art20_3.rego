# METADATA
# scope: package
# title: The complaint system is easy to access and use and helps people to substantiate complaints
# description: >-
#   The complaint system is easy to access and user-friendly, and lets and helps people lodge complaints that are
#   sufficiently precise and adequately substantiated.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_20
# custom:
#   id: dsa.art20.3
#   article: 20(3)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   judgement_terms: [easy to access, user-friendly]
#   interpretation: >-
#     Complaints cannot be sufficiently precise where people can give no reasons. Whether they also need room for
#     evidence is a reading. The number of steps that is still easy is a judgement.
#   presupposes: dsa.art20.1
package dsa.art20.art20_3

import data.parameters
import data.readings

# METADATA
# title: There is an internal complaint system
presupposed if input.complaints.complaint_system_exists

# METADATA
# title: The complaint system is not easy to access
# custom:
#   words: easy to access
#   remediation: >-
#     Lead straight from the decision to the complaint system, for everybody who may complain.
breach contains "hard_to_access" if input.complaints.complaint_system_easy_to_access == false

# METADATA
# title: A complaint takes too many steps
# custom:
#   words: easy to access
#   remediation: >-
#     Cut the steps between the decision and the lodged complaint.
breach contains "steps" if input.complaints.complaint_steps > parameters.complaint_steps_max

# METADATA
# title: The complaint system is not user-friendly
# custom:
#   words: user-friendly
#   remediation: >-
#     Take out what confuses or puts off, and test the path with people who do not know it.
breach contains "not_user_friendly" if input.complaints.complaint_system_user_friendly == false

# METADATA
# title: Complainants cannot explain why they disagree
# custom:
#   words: sufficiently precise
#   remediation: >-
#     Add a field in which complainants say in their own words why they disagree.
breach contains "no_explanation" if input.complaints.complaint_free_text_explanation == false

# METADATA
# title: Complainants cannot add evidence
# custom:
#   words: adequately substantiated
#   remediation: >-
#     Let complainants add evidence, such as documents or images.
breach contains "no_evidence" if {
	readings.complaint_evidence == "required"
	input.complaints.complaint_evidence_upload == false
}

# METADATA
# title: The message that tells of a decision does not lead to the complaint system
speaks_against contains "no_link" if input.complaints.complaint_link_in_decision_notice == false

# METADATA
# title: Complainants cannot add evidence
speaks_against contains "no_room_for_evidence" if input.complaints.complaint_evidence_upload == false
