# METADATA
# scope: package
# title: A notice can state the good faith of the notifier
# description: >-
#   The notifier can declare the belief, held in good faith, that what the notice says and alleges is accurate and
#   complete.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.2.d
#   article: 16(2)(d)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: []
#   presupposes: dsa.art16.1
package dsa.art16.art16_2_d

# METADATA
# title: There is a mechanism
presupposed if input.reporting_pipeline.notice_mechanism_exists

# METADATA
# title: The form has no declaration of good faith
# custom:
#   words: bona fide belief
#   remediation: >-
#     Add a declaration that the notifier believes in good faith that the notice is accurate and complete.
breach contains "no_good_faith" if input.reporting_pipeline.notice_form_good_faith_statement == false
