# METADATA
# scope: package
# title: Codes of conduct are joined or declined
# description: >-
#   Where significant systemic risks arise, the Commission may invite providers to draw up codes of conduct with
#   commitments to mitigate them. Joining is voluntary and presumes nothing; turning an invitation down without proper
#   explanations may be taken into account when an infringement is judged.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_45
# custom:
#   id: dsa.art45.2
#   article: 45(2)
#   kind: voluntary
#   addressee: online_platform
#   addressee_also: [vlop_vlose]
#   start: general
#   penalty: [none]
#   supervised_by: nobody
#   recitals: [103, 104, 106]
#   judgement_terms: []
#   exceptions: >-
#     Adherence may count as mitigation under Art. 35(1)(h); taking part alone does not presume compliance (recital
#     104).
#   interpretation: >-
#     Never a breach by itself; a refusal without explanations weighs, if at all, in the judgement on Art. 35(1).
package dsa.art45.art45_2

# METADATA
# title: The provider has signed a code of conduct
# custom:
#   words: [drawing up of codes of conduct, setting out commitments]
noted contains "signed" if {
	some code in input.codes.codes_signed
	not code in input.codes.advertising_codes_signed
	not code in input.codes.accessibility_codes_signed
}

# METADATA
# title: The provider turned an invitation to a code of conduct down without proper explanations
# custom:
#   words: may invite the providers
noted contains "declined_unexplained" if {
	some _ in input.codes.code_invitations
	input.codes.code_refusal_explained == false
}
