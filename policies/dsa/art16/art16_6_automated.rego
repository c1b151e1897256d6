# METADATA
# scope: package
# title: The notifier learns that automated means were used
# description: >-
#   Where the host processes notices or decides on them by automated means, the message to the notifier says so.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.6.automated
#   article: 16(6)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: []
#   exceptions: >-
#     Only where automated means are used, and only in messages to notifiers who left contact details.
#   presupposes: dsa.art16.1
package dsa.art16.art16_6_automated

# METADATA
# title: There is a mechanism
presupposed if input.reporting_pipeline.notice_mechanism_exists

# METADATA
# title: The use of automated means was not disclosed to the notifier
# custom:
#   words: information on such use
#   remediation: >-
#     State in every message about a decision whether automated means took part in processing or deciding.
breach contains "undisclosed" if {
	input.reporting_pipeline.notices_automated_disclosed_count < input.reporting_pipeline.notices_automated_count
}
