# METADATA
# scope: package
# title: The choice of ranking is within direct and easy reach
# description: >-
#   The function for selecting the preferred option is directly and easily accessible from the section of the interface
#   in which the information is ordered.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_27
# custom:
#   id: dsa.art27.3.access
#   article: 27(3)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [70]
#   judgement_terms: [directly and easily accessible]
#   exceptions: >-
#     Only where several options are available.
#   interpretation: >-
#     Where the function does not exist at all it is not accessible either; the absence is counted under
#     dsa.art27.3, and nothing is asked about access.
#   presupposes: dsa.art27.3
package dsa.art27.art27_3_access

import data.parameters

# METADATA
# title: The platform uses recommender systems that order information and offer several options for it
concerned if {
	input.recommendation.uses_recommender_systems
	input.recommendation.recommender_options_count > 1
}

# METADATA
# title: There is a function to select an option
presupposed if input.recommendation.recommender_option_selector_exists

# METADATA
# title: The choice cannot be reached directly from the section in which the information is ordered
# custom:
#   words: [directly, where the information is being prioritised]
#   remediation: >-
#     Put the choice of ranking into the section in which the information is ordered.
breach contains "elsewhere" if input.recommendation.recommender_selector_in_feed_section == false

# METADATA
# title: It takes too many clicks to reach the choice
# custom:
#   words: easily accessible
#   remediation: >-
#     Shorten the way to the choice to a click or two.
breach contains "too_many_clicks" if {
	clicks := input.recommendation.recommender_selector_clicks_from_feed
	clicks > parameters.recommender_selector_clicks_from_feed_max
}
