# METADATA
# scope: package
# title: The report is published in an official language of the Member States
# description: >-
#   The reports of very large online platforms are published in at least one of the official languages of the
#   Member States.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_42
# custom:
#   id: dsa.art42.2.language
#   article: 42(2)
#   kind: duty
#   addressee: vlop_vlose
#   vlop_only: true
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   presupposes: dsa.art42.1.first
#   interpretation: >-
#     The rule stands in the paragraph that speaks of very large online platforms only. Official languages of a
#     single Member State count, although they may be none of the institutions of the Union.
package dsa.art42.art42_2_language

import data.law

# METADATA
# title: A report has been published as a designated service
presupposed if input.transparency_reports.transparency_report_first_published

# METADATA
# title: The report is published in no official language of the Member States
# custom:
#   words: at least one of the official languages
#   remediation: >-
#     Publish the report in an official language of the Member States.
breach contains "language" if not in_official_language

in_official_language if {
	some language in input.transparency_reports.report_languages
	language in law.official_languages_of_member_states
}
