# METADATA
# scope: package
# title: The report states the accuracy of automated means for each language
# description: >-
#   The report of a very large online platform breaks the indicators of accuracy of its automated moderation down
#   by each official language of the Member States.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_42
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
# custom:
#   id: dsa.art42.2.c
#   article: 42(2)(c)
#   kind: duty
#   addressee: vlop_vlose
#   vlop_only: true
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   presupposes: dsa.art42.1.first
#   interpretation: >-
#     Where automated means take no part in the moderation of a language, there is no accuracy to state for it.
package dsa.art42.art42_2_c

# METADATA
# title: A report has been published as a designated service
presupposed if input.transparency_reports.transparency_report_first_published

# METADATA
# title: The report gives no accuracy of the automated means for an official language
# custom:
#   words: [indicators of accuracy, broken down by each official language]
#   remediation: >-
#     Measure and report the accuracy for each language that is missing.
breach contains "language_missing" if {
	some language in input.transparency_reports.report_automated_moderation_languages
	not language in object.keys(input.transparency_reports.report_accuracy_by_language)
}
