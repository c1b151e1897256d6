# METADATA
# scope: package
# title: Complaints are decided under qualified supervision and not by automated means alone
# description: >-
#   Decisions on complaints are taken under the supervision of appropriately qualified staff and not solely on the
#   basis of automated means.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_20
# custom:
#   id: dsa.art20.6
#   article: 20(6)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   judgement_terms: [appropriately qualified]
#   presupposes: dsa.art20.1
package dsa.art20.art20_6

# METADATA
# title: There is an internal complaint system
presupposed if input.complaints.complaint_system_exists

# METADATA
# title: No qualified staff supervises the decisions on complaints
# custom:
#   words: [supervision, appropriately qualified staff]
#   remediation: >-
#     Put the decisions on complaints under the supervision of people with the training and knowledge for them.
breach contains "unqualified" if input.complaints.complaint_staff_qualified == false

# METADATA
# title: Complaints were decided by automated means alone
# custom:
#   words: not solely on the basis of automated means
#   remediation: >-
#     Put a person who can change the outcome into every decision on a complaint, and decide anew those that a
#     machine decided alone.
breach contains "automated" if input.complaints.complaints_decided_solely_automated_count > 0
