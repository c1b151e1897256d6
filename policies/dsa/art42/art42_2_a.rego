# METADATA
# scope: package
# title: The report states the moderators for each language
# description: >-
#   The report of a very large online platform states the human resources dedicated to content moderation for the
#   Union, broken down by each applicable official language of the Member States, the staff for notices, trusted
#   flaggers and complaints included.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_42
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
# custom:
#   id: dsa.art42.2.a
#   article: 42(2)(a)
#   kind: duty
#   addressee: vlop_vlose
#   vlop_only: true
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   presupposes: dsa.art42.1.first
#   interpretation: >-
#     Which official languages are applicable is a matter of the service and left to the facts.
package dsa.art42.art42_2_a

# METADATA
# title: A report has been published as a designated service
presupposed if input.transparency_reports.transparency_report_first_published

# METADATA
# title: The report gives no number of moderators for an applicable official language
# custom:
#   words: [human resources, content moderation, broken down by each applicable official language]
#   remediation: >-
#     Add the number of moderators for each language that is missing.
breach contains "language_missing" if {
	some language in input.transparency_reports.report_official_languages_applicable
	not language in object.keys(input.transparency_reports.report_moderators_by_language)
}
