# METADATA
# scope: package
# title: Every recommender system has an option without profiling
# description: >-
#   A designated platform or search engine that uses recommender systems provides, for each of them, at least one option
#   that is not based on profiling in the sense of the GDPR.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_38
# custom:
#   id: dsa.art38
#   article: "38"
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [94]
#   judgement_terms: [provide at least one option]
#   exceptions: >-
#     Services that use no recommender systems. What the systems recommend is no matter of this article.
#   interpretation: >-
#     Direct access stems from recital 94. That the choice has to last is a reading: an option that undoes itself is
#     provided only in appearance. Both are parameters.
#   remediation: >-
#     Add to every recommender system a working option that does not profile, show it where the recommendations appear,
#     and let the choice stand until the recipient changes it.
package dsa.art38.art38

import data.parameters

# METADATA
# title: The service uses recommender systems
concerned if input.recommendation.uses_recommender_systems

# METADATA
# title: A recommender system has no option without profiling
breach contains "no_option" if {
	systems := input.recommendation.recommender_systems_count
	input.recommendation.recommender_systems_with_nonprofiling_option_count < systems
}

# METADATA
# title: An option offered as being without profiling profiles or does not work
breach contains "defective" if input.recommendation.nonprofiling_option_defects_count > 0

# METADATA
# title: The option without profiling cannot be reached directly from where the recommendations appear
breach contains "out_of_reach" if {
	parameters.nonprofiling_option_direct_access_required
	options := input.recommendation.recommender_systems_with_nonprofiling_option_count
	input.recommendation.recommender_systems_nonprofiling_option_reachable_count < options
}

# METADATA
# title: The choice of the option without profiling is undone by something other than the recipient
breach contains "choice_reset" if {
	some trigger in input.recommendation.recommender_choice_reset_triggers
	not trigger in parameters.nonprofiling_choice_reset_triggers_tolerated
}

# METADATA
# title: The choice of the option without profiling lapses too soon
breach contains "choice_lapses" if {
	"time" in input.recommendation.recommender_choice_reset_triggers
	input.recommendation.recommender_choice_kept_days < parameters.nonprofiling_choice_kept_days_min
}
