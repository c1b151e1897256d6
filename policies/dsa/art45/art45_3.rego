# METADATA
# scope: package
# title: Participants report on the indicators of a code of conduct
# description: >-
#   Codes of conduct aim at clear objectives, key performance indicators and regular reporting by those who take part.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_45
# custom:
#   id: dsa.art45.3
#   article: 45(3)
#   kind: voluntary
#   addressee: online_platform
#   addressee_also: [vlop_vlose]
#   start: general
#   penalty: [none]
#   supervised_by: nobody
#   recitals: [103, 104, 106]
#   judgement_terms: []
#   exceptions: >-
#     A provider that does not take part owes no report. For designated services the commitments taken are audited
#     yearly, Art. 37(1)(b).
package dsa.art45.art45_3

# METADATA
# title: The code is one under Art. 45
concerned if input.codes.code_integrated_under_art45

# METADATA
# title: Not all key performance indicators of the code were reported
# custom:
#   words: participants report regularly
noted contains "not_reported" if {
	input.codes.code_kpis_reported_count < input.codes.code_kpis_count
}

# METADATA
# title: Not all key performance indicators of the code reached their target
# custom:
#   words: key performance indicators
noted contains "target_missed" if {
	input.codes.code_kpis_target_met_count < input.codes.code_kpis_count
}
