# METADATA
# scope: package
# title: The threshold of a very large service is reached without a designation
# description: >-
#   A platform or search engine with at least 45 million average monthly active recipients in the Union is to be
#   designated by the Commission. Until a decision is notified, the number alone binds it to nothing in Section 5.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_33
# custom:
#   id: dsa.art33.1
#   article: 33(1)
#   kind: indicator
#   addressee: online_platform
#   addressee_also: [online_search_engine]
#   start: early
#   penalty: [none]
#   supervised_by: commission
#   recitals: [75, 76, 77]
#   exceptions: >-
#     The Commission may designate on its own figures; a provider that publishes none does not escape.
#   interpretation: >-
#     Findings on Section 5 are advisory for such a service: they say what would hold if it were designated.
#     Of a service that spreads its own offers beside those of others, those recipients count who were exposed to offers
#     of others, if the provider can tell them apart, and otherwise all (T-348/23).
package dsa.art33.art33_1

import data.law

# METADATA
# title: The service is above the threshold and not designated; what Section 5 asks is advisory only
# custom:
#   words: equal to or higher than 45 million
noted contains "above_threshold" if {
	input.service.designation_status == "none"
	input.service.amar_value >= law.amar_threshold
	not below_without_own_offers
}

# Recipients who saw nothing but the provider's own offers are no recipients of an intermediary service, if they can be
# told apart; if not, all of them count.
below_without_own_offers if {
	input.service.amar_hybrid_third_party_exposure_separable
	input.service.amar_exposed_to_third_parties < law.amar_threshold
}
