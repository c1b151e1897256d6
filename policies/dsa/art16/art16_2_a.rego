# METADATA
# scope: package
# title: A notice can explain why the item is illegal
# description: >-
#   The notifier can set out, with enough substance, why the item is alleged to be illegal.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.2.a
#   article: 16(2)(a)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: []
#   presupposes: dsa.art16.1
package dsa.art16.art16_2_a

# METADATA
# title: There is a mechanism
presupposed if input.reporting_pipeline.notice_mechanism_exists

# METADATA
# title: The form has no place for the reasons of the notice
# custom:
#   words: explanation of the reasons
#   remediation: >-
#     Add a field in which the notifier can explain why the item is illegal.
breach contains "no_reasons" if input.reporting_pipeline.notice_form_reason_field == false
