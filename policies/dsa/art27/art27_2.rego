# METADATA
# scope: package
# title: The parameters explain why something is suggested
# description: >-
#   The main parameters set out in the terms explain why certain information is suggested to a recipient. They name at
#   least the criteria that weigh most and the reasons why the parameters weigh as much as they do.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_27
# custom:
#   id: dsa.art27.2
#   article: 27(2)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [70]
#   exceptions: >-
#     Platforms that use no recommender systems.
#   presupposes: dsa.art27.1
package dsa.art27.art27_2

# METADATA
# title: The platform uses recommender systems
concerned if input.recommendation.uses_recommender_systems

# METADATA
# title: The terms set out the main parameters of some recommender system
presupposed if input.recommendation.recommender_systems_in_terms_count > 0

# Whose criteria or reasons the terms explain is set out in them.
presupposed if input.recommendation.recommender_systems_criteria_explained_count > 0

presupposed if input.recommendation.recommender_systems_importance_reasons_count > 0

# METADATA
# title: The most significant criteria are not named for every recommender system
# custom:
#   words: [why certain information is suggested, criteria which are most significant]
#   remediation: >-
#     For every recommender system, name in the terms the criteria that weigh most.
breach contains "criteria_missing" if {
	systems := input.recommendation.recommender_systems_count
	input.recommendation.recommender_systems_criteria_explained_count < systems
}

# METADATA
# title: The reasons for the relative importance of the parameters are not given for every recommender system
# custom:
#   words: reasons for the relative importance
#   remediation: >-
#     For every recommender system, say in the terms why the parameters weigh as much as they do.
breach contains "reasons_missing" if {
	systems := input.recommendation.recommender_systems_count
	input.recommendation.recommender_systems_importance_reasons_count < systems
}
