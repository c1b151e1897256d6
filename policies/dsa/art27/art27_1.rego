# METADATA
# scope: package
# title: The terms set out how recommender systems work and what can be changed
# description: >-
#   A platform that uses recommender systems sets out in its terms and conditions, in plain and intelligible language,
#   the main parameters of these systems and every option that recipients have to modify or influence them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_27
# custom:
#   id: dsa.art27.1
#   article: 27(1)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [70]
#   judgement_terms: [plain and intelligible]
#   exceptions: >-
#     Platforms that use no recommender systems. What the systems recommend is no matter of this paragraph.
#   interpretation: >-
#     Whether the duty also reaches a very large online search engine is unsettled; it is addressed to online platforms
#     here, as the text says.
package dsa.art27.art27_1

# METADATA
# title: The platform uses recommender systems
concerned if input.recommendation.uses_recommender_systems

# METADATA
# title: What the terms say about recommender systems is not plain and intelligible
# custom:
#   words: plain and intelligible language
#   remediation: >-
#     Say it in words that an ordinary recipient understands.
breach contains "not_plain" if input.recommendation.recommender_terms_plain_and_intelligible == false

# METADATA
# title: The terms do not set out the main parameters of every recommender system
# custom:
#   words: [set out in their terms and conditions, main parameters]
#   remediation: >-
#     Describe the main parameters of every recommender system in the terms and conditions.
breach contains "parameters_missing" if {
	input.recommendation.recommender_systems_in_terms_count < input.recommendation.recommender_systems_count
}

# METADATA
# title: The terms do not set out the options to change the parameters of every recommender system that has some
# custom:
#   words: any options
#   remediation: >-
#     Set out in the terms all options that recipients have for changing the parameters.
breach contains "options_missing" if {
	with_options := input.recommendation.recommender_systems_with_options_count
	input.recommendation.recommender_systems_with_options_in_terms_count < with_options
}
