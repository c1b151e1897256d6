# METADATA
# scope: package
# title: Protecting the rights of the child
# description: >-
#   One of the measures that the paragraph offers, where applicable: the provider takes targeted measures to
#   protect the rights of the child, such as age verification, parental controls or tools to signal abuse and
#   obtain support.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_35
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art35.1.j
#   article: 35(1)(j)
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
package dsa.art35.art35_1_j

# METADATA
# title: A measure of this kind is in place
# custom:
#   words: protect the rights of the child
noted contains "applied" if input.risk_mitigation.mitigation_j_applied

# METADATA
# title: The option is applicable and not used, and no reason is given
# custom:
#   words: where applicable
noted contains "unexplained" if {
	input.risk_mitigation.mitigation_j_applicable
	input.risk_mitigation.mitigation_j_applied == false
	input.risk_mitigation.mitigation_j_nonuse_explained == false
}
