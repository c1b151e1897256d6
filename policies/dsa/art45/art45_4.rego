# METADATA
# scope: package
# title: A systematic failure to comply with a code of conduct is met with an invitation to act
# description: >-
#   The Commission and the Board assess the codes. On a systematic failure to comply they may invite the signatories
#   to take the necessary action.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_45
# custom:
#   id: dsa.art45.4
#   article: 45(4)
#   kind: voluntary
#   addressee: online_platform
#   addressee_also: [vlop_vlose]
#   start: general
#   penalty: [none]
#   supervised_by: nobody
#   recitals: [103, 104, 106]
#   judgement_terms: []
#   interpretation: >-
#     Never a breach by itself; it can weigh in the judgement on mitigation under Art. 35(1)(h).
package dsa.art45.art45_4

# METADATA
# title: The Commission and the Board have found a systematic failure to comply with the code
# custom:
#   words: systematic failure to comply
noted contains "systematic_failure" if input.codes.code_systematic_failure_flag

# METADATA
# title: The Commission and the Board have invited the signatories to act
# custom:
#   words: take the necessary action
noted contains "invited_to_act" if input.codes.code_invited_to_act
