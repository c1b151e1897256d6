# METADATA
# scope: package
# title: Indicator that settled choices are asked again
# description: >-
#   Recipients are asked again for a choice that they have already made, in particular by pop-ups that interfere with
#   their use of the service.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_25
# custom:
#   id: dsa.art25.3.b
#   article: 25(3)(b)
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
package dsa.art25.art25_3_b

# METADATA
# title: Recipients are asked again for a choice that they have made
# custom:
#   words: repeatedly requesting
noted contains "repeats" if input.interface_design.interface_repeats_settled_choices
