# METADATA
# scope: package
# title: Indicator that some choices are given more prominence
# description: >-
#   When recipients are asked for a decision, some choices are given more prominence than others.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_25
# custom:
#   id: dsa.art25.3.a
#   article: 25(3)(a)
#   kind: indicator
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [none]
#   supervised_by: dsc_and_commission
#   recitals: [67]
#   exceptions: >-
#     Practices covered by Directive 2005/29/EC on unfair commercial practices or by the GDPR, Art. 25(2).
#   interpretation: >-
#     The paragraph lets the Commission issue guidelines on this practice. It is reported as a sign that Art. 25(1) may
#     be breached and never counts as a breach by itself.
package dsa.art25.art25_3_a

# METADATA
# title: Some choices are more prominent than others
# custom:
#   words: giving more prominence to certain choices
noted contains "prominence" if input.interface_design.interface_unequal_choice_prominence

# METADATA
# title: The choice that the provider favours takes fewer steps
# custom:
#   words: giving more prominence to certain choices
noted contains "steps" if {
	favoured := input.interface_design.interface_choice_steps_favoured
	favoured < input.interface_design.interface_choice_steps_disfavoured
}
