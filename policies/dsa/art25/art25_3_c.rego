# METADATA
# scope: package
# title: Indicator that leaving is harder than joining
# description: >-
#   The procedure for ending the service is more difficult than the one for joining it.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_25
# custom:
#   id: dsa.art25.3.c
#   article: 25(3)(c)
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
package dsa.art25.art25_3_c

# METADATA
# title: Leaving takes more steps than joining
# custom:
#   words: terminating a service more difficult
noted contains "steps" if input.interface_design.steps_to_terminate > input.interface_design.steps_to_join

# METADATA
# title: Leaving is established to be harder than joining
# custom:
#   words: terminating a service more difficult
noted contains "harder" if input.interface_design.termination_harder_than_joining
