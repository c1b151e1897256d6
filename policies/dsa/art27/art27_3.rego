# METADATA
# scope: package
# title: Recipients select and change their preferred ranking at any time
# description: >-
#   Where several options are available for systems that determine the order in which information is presented, the
#   platform also provides a function with which recipients select, and change at any time, the option that they prefer.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_27
# custom:
#   id: dsa.art27.3
#   article: 27(3)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [70]
#   judgement_terms: [at any time]
#   exceptions: >-
#     Only where several options are available. The paragraph does not itself demand a second option; Art. 38 does, of
#     designated services.
#   interpretation: >-
#     That a choice has to last is not in the words of the paragraph. A selection that undoes itself is read here as
#     no selection; the rival is that a function for selecting is enough. The events that are tolerated and the
#     shortest time are parameters.
package dsa.art27.art27_3

import data.parameters
import data.readings

# METADATA
# title: The platform uses recommender systems that order information and offer several options for it
concerned if {
	input.recommendation.uses_recommender_systems
	input.recommendation.recommender_options_count > 1
}

# METADATA
# title: Several options exist, but recipients have no function to select one
# custom:
#   words: [several options are available, functionality, select]
#   remediation: >-
#     Give recipients a function that selects the ranking they prefer.
breach contains "no_selector" if input.recommendation.recommender_option_selector_exists == false

# METADATA
# title: The option cannot be selected or changed at any time
# custom:
#   words: modify at any time
#   remediation: >-
#     Keep the function for choosing open at all times.
breach contains "not_at_any_time" if input.recommendation.recommender_choice_changeable_at_any_time == false

# METADATA
# title: The choice of the recipient is undone by something other than the recipient
# custom:
#   words: preferred option
#   remediation: >-
#     Let the choice stand until the recipient changes it.
breach contains "choice_reset" if {
	readings.choice_persistence_27_3 == "persists"
	some trigger in input.recommendation.recommender_choice_reset_triggers
	not trigger in parameters.recommender_choice_reset_triggers_tolerated
}

# METADATA
# title: The choice of the recipient lapses too soon
# custom:
#   words: preferred option
#   remediation: >-
#     Keep the choice for longer, or until the recipient changes it.
breach contains "choice_lapses" if {
	readings.choice_persistence_27_3 == "persists"
	"time" in input.recommendation.recommender_choice_reset_triggers
	input.recommendation.recommender_choice_kept_days < parameters.recommender_choice_kept_days_min
}
