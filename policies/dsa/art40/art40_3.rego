# METADATA
# scope: package
# title: Algorithmic systems are explained to authorities
# description: >-
#   On request of the Digital Services Coordinator of establishment or the Commission, the provider explains the
#   design, the logic, the functioning and the testing of its algorithmic systems, its recommender systems included.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_40
# custom:
#   id: dsa.art40.3
#   article: 40(3)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [96, 97, 98]
#   judgement_terms: []
package dsa.art40.art40_3

# METADATA
# title: A request to explain an algorithmic system was not answered in full
# custom:
#   words: [at the request, the design, the logic, the functioning and the testing, algorithmic systems]
#   remediation: >-
#     Answer the request on each of the four points for the system that it names.
breach contains "not_explained" if {
	input.data_access.algorithm_explanations_given_count < input.data_access.algorithm_explanation_requests_count
}
