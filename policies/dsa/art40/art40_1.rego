# METADATA
# scope: package
# title: Authorities get the data that they need to monitor compliance
# description: >-
#   On a reasoned request of the Digital Services Coordinator of establishment or the Commission, the provider gives
#   access, within a reasonable period that the request sets, to data needed to monitor and assess compliance with the
#   Regulation.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_40
# custom:
#   id: dsa.art40.1
#   article: 40(1)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [96, 97, 98]
#   judgement_terms: []
package dsa.art40.art40_1

# METADATA
# title: A request of an authority for data was not met in full and in time
# custom:
#   words: [at their reasoned request, within a reasonable period, access to data]
#   remediation: >-
#     Hand over all the data asked for, and set up a way of answering such requests that keeps to the period set.
breach contains "not_met" if {
	input.data_access.authority_data_requests_met_on_time_count < input.data_access.authority_data_requests_count
}
