# METADATA
# scope: package
# title: Crisis protocols are joined
# description: >-
#   Voluntary protocols for crises of public security or public health. For designated services the commitments taken
#   are audited.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_48
# custom:
#   id: dsa.art48
#   article: 48(2)
#   kind: voluntary
#   addressee: vlop_vlose
#   start: general
#   penalty: [none]
#   supervised_by: nobody
#   recitals: [108]
#   judgement_terms: []
#   exceptions: >-
#     Not to be confused with the duties in a crisis under Art. 36.
package dsa.art48.art48

# METADATA
# title: The provider takes part in a crisis protocol
# custom:
#   words: "participate in the drawing up, testing and application"
noted contains "joined" if {
	some _ in input.codes.crisis_protocols_joined
}

# METADATA
# title: A crisis protocol in which the provider takes part has been activated
# custom:
#   words: application of those crisis protocols
noted contains "activated" if {
	some _ in input.codes.crisis_protocols_joined
	input.codes.crisis_protocol_activated
}
