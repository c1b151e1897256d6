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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [94]
#   judgement_terms: [provide at least one option]
#   exceptions: >-
#     Services that use no recommender systems. What the systems recommend is no matter of this article.
#   interpretation: >-
#     By its letter the article asks for an option and for no more. That the option can be reached directly stems from
#     recital 94; that the choice has to last is drawn from the purpose, since an option that undoes itself is provided
#     only in appearance. Both are the rival reading, under which values for what undoes a choice are parameters. Under
#     the letter they speak against the option.
#   catalogue: >-
#     The catalogue took direct access and a lasting choice for the duty itself.
package dsa.art38.art38

import data.parameters
import data.readings

# METADATA
# title: The service uses recommender systems
concerned if input.recommendation.uses_recommender_systems

# METADATA
# title: A recommender system has no option without profiling
# custom:
#   words: [at least one option, each of their recommender systems]
#   remediation: >-
#     Add an option that does not profile to every recommender system.
breach contains "no_option" if {
	systems := input.recommendation.recommender_systems_count
	input.recommendation.recommender_systems_with_nonprofiling_option_count < systems
}

# METADATA
# title: An option offered as being without profiling profiles or does not work
# custom:
#   words: not based on profiling
#   remediation: >-
#     Repair the option so that it works and does not profile.
breach contains "defective" if input.recommendation.nonprofiling_option_defects_count > 0

# METADATA
# title: The option without profiling cannot be reached directly from where the recommendations appear
# custom:
#   words: provide
#   remediation: >-
#     Show the option where the recommendations appear.
breach contains "out_of_reach" if {
	option_has_to_last
	some_option_out_of_reach
}

# METADATA
# title: The choice of the option without profiling is undone by something other than the recipient
# custom:
#   words: provide
#   remediation: >-
#     Let the choice stand until the recipient changes it.
breach contains "choice_reset" if {
	option_has_to_last
	choice_is_reset
}

# METADATA
# title: The choice of the option without profiling lapses too soon
# custom:
#   words: provide
#   remediation: >-
#     Keep the choice until the recipient changes it, or at least for longer.
breach contains "choice_lapses" if {
	option_has_to_last
	choice_lapses_early
}

# METADATA
# title: The option without profiling cannot be reached directly from where the recommendations appear
speaks_against contains "option_hidden" if some_option_out_of_reach

# METADATA
# title: The choice of the option without profiling is undone by something other than the recipient
speaks_against contains "choice_undone" if choice_is_reset

speaks_against contains "choice_undone" if choice_lapses_early

# METADATA
# title: Recipients who have chosen the option without profiling are asked to go back
speaks_against contains "asked_to_go_back" if input.recommendation.nonprofiling_option_revert_prompts_per_30_days > 0

# Recital 94 and the purpose of the article.
option_has_to_last if readings.choice_persistence == "persists"

some_option_out_of_reach if {
	options := input.recommendation.recommender_systems_with_nonprofiling_option_count
	input.recommendation.recommender_systems_nonprofiling_option_reachable_count < options
}

choice_is_reset if {
	some trigger in input.recommendation.recommender_choice_reset_triggers
	not trigger in parameters.nonprofiling_choice_reset_triggers_tolerated
}

choice_lapses_early if {
	"time" in input.recommendation.recommender_choice_reset_triggers
	input.recommendation.recommender_choice_kept_days < parameters.nonprofiling_choice_kept_days_min
}
