# METADATA
# scope: package
# title: Testing and adapting algorithmic and recommender systems
# description: >-
#   One of the measures that the paragraph offers, where applicable: the provider tests and adapts its algorithmic
#   systems, recommender systems included.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_35
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art35.1.d
#   article: 35(1)(d)
#   kind: mitigation_option
#   addressee: vlop_vlose
#   start: section5
#   penalty: [none]
#   supervised_by: commission
#   recitals: [86, 87, 88, 89]
#   exceptions: >-
#     Not mandatory by itself, and no reason has to be given for not using it.
#   interpretation: >-
#     Auditors also look at measures that are not used (Delegated Regulation 2024/436), which is why an
#     applicable option without a reason for its non-use is noted.
package dsa.art35.art35_1_d

# METADATA
# title: A measure of this kind is in place
# custom:
#   words: testing and adapting their algorithmic systems
noted contains "applied" if input.risk_mitigation.mitigation_d_applied

# METADATA
# title: The option is applicable and not used, and no reason is given
# custom:
#   words: where applicable
noted contains "unexplained" if {
	input.risk_mitigation.mitigation_d_applicable
	input.risk_mitigation.mitigation_d_applied == false
	input.risk_mitigation.mitigation_d_nonuse_explained == false
}
