# METADATA
# scope: package
# title: A host keeps its immunity if it acts quickly on what it knows
# description: >-
#   A host is not liable for what recipients store as long as it has no actual knowledge of illegal activity or items,
#   or removes or disables them quickly once it has. This is a condition of immunity before the courts and no duty that
#   is fined.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_6
# custom:
#   id: dsa.art6.1
#   article: 6(1)
#   kind: liability_condition
#   addressee: hosting
#   start: general
#   penalty: [none]
#   supervised_by: courts
#   recitals: [16, 22, 23]
#   judgement_terms: [expeditiously, actual knowledge or awareness]
#   exceptions: >-
#     Not where the recipient acts under the authority or control of the host (Art. 6(2)), nor against the consumer-law
#     liability of marketplaces that appear to be the seller (Art. 6(3)); injunctions stay possible (Art. 6(4)).
#   interpretation: >-
#     Only knowledge gained by notices is looked at. Whether a notice that a fault kept from every reviewer gives
#     knowledge has not been decided.
package dsa.art6.art6_1

import data.parameters

# METADATA
# title: Items that the host knew of were not removed or disabled
# custom:
#   words: remove or to disable access
noted contains "not_acted" if {
	acted := input.reporting_pipeline.notices_giving_knowledge_acted_count
	acted < input.reporting_pipeline.notices_giving_knowledge_count
}

# METADATA
# title: Half of the items that the host knew of stayed up for long
# custom:
#   words: acts expeditiously
noted contains "slow" if {
	limit := parameters.median_hours_knowledge_to_action_max
	input.reporting_pipeline.median_hours_knowledge_to_action > limit
}
