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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   judgement_terms: [easy to access, user-friendly]
#   interpretation: >-
#     Complaints cannot be adequately substantiated where people can give no reasons or add no evidence. The number of
#     steps that is still easy is a judgement.
#   remediation: >-
#     Lead from the decision straight to a short form, with a field for the reasons and a way to add evidence.
package dsa.art20.art20_3

import data.parameters

# METADATA
# title: The complaint system is not easy to access
breach contains "hard_to_access" if input.complaints.complaint_system_easy_to_access == false

# METADATA
# title: The complaint system is not user-friendly
breach contains "not_user_friendly" if input.complaints.complaint_system_user_friendly == false

# METADATA
# title: Complainants cannot explain why they disagree
breach contains "no_explanation" if input.complaints.complaint_free_text_explanation == false

# METADATA
# title: Complainants cannot add evidence
breach contains "no_evidence" if input.complaints.complaint_evidence_upload == false

# METADATA
# title: A complaint takes too many steps
breach contains "steps" if input.complaints.complaint_steps > parameters.complaint_steps_max
