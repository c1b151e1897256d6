# METADATA
# scope: package
# title: The interface does not deceive, manipulate or distort free choice
# description: >-
#   A platform does not design, organise or operate its interface in a way that deceives or manipulates recipients or
#   that otherwise materially distorts or impairs their ability to decide freely and with the facts before them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_25
# custom:
#   id: dsa.art25.1
#   article: 25(1)
#   kind: prohibition
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [67]
#   judgement_terms: [deceives or manipulates, materially distorts]
#   exceptions: >-
#     Practices covered by Directive 2005/29/EC on unfair commercial practices or by the GDPR, Art. 25(2).
#   interpretation: >-
#     Intent is not asked for, the effect is enough (recital 67). Experiments and tests are evidence for a pattern, not
#     a condition of the prohibition. Badges, notice forms and complaint paths address recipients as users and not as
#     buyers, so Art. 25(2) is taken not to reach them; where it does for a badge, the fact about the badge is false.
package dsa.art25.art25_1

# METADATA
# title: Dark patterns are confirmed that neither consumer law nor data protection law covers
# custom:
#   words:
#     - "design, organise or operate"
#     - deceives or manipulates
#     - materially distorts or impairs
#     - practices covered by
#   remediation: >-
#     Replace each confirmed pattern by a neutral design: options of equal weight, no misleading signs, no needless
#     steps.
breach contains "dark_pattern" if {
	covered := input.interface_design.dark_patterns_under_consumer_or_data_law_count
	input.interface_design.dark_patterns_confirmed_count > covered
}

# METADATA
# title: A badge suggests that identities are checked, and they are not
# custom:
#   words: deceives or manipulates
#   remediation: >-
#     Let the badge stand for a check of identity that takes place, or take from it what looks like one.
breach contains "deceptive_badge" if {
	input.interface_design.account_badge_implies_identity_check
	input.interface_design.account_badge_identity_checked == false
}

# METADATA
# title: The form for notices confuses, misleads or wears down those who report
# custom:
#   words: [deceives or manipulates, free and informed decisions]
#   remediation: >-
#     Take the misleading and tiring steps out of the form for notices.
breach contains "notice_flow" if input.interface_design.notice_form_manipulative_steps_count > 0

# METADATA
# title: The form for notices confuses, misleads or wears down those who report
# custom:
#   words: [deceives or manipulates, free and informed decisions]
#   remediation: >-
#     Take the misleading and tiring steps out of the form for notices.
breach contains "notice_flow" if {
	input.reporting_pipeline.notice_mechanism_dark_patterns_found
	not without_mechanism
}

# What is not there misleads nobody; that it is missing is found under Art. 16(1).
without_mechanism if input.reporting_pipeline.notice_mechanism_exists == false

# METADATA
# title: The path for complaints confuses, misleads or wears down those who complain
# custom:
#   words: [deceives or manipulates, free and informed decisions]
#   remediation: >-
#     Take the misleading and tiring steps out of the path for complaints.
breach contains "complaint_flow" if input.interface_design.complaint_flow_manipulative_steps_count > 0

# METADATA
# title: Recipients were misled in a test
speaks_against contains "misled_in_test" if input.interface_design.recipients_misled_in_test_count > 0

# METADATA
# title: More recipients choose what the provider favours than in a neutral design
speaks_against contains "distorted_in_experiment" if input.interface_design.choice_distortion_effect > 0

# METADATA
# title: Default settings are very hard to change
speaks_against contains "hard_defaults" if input.interface_design.interface_defaults_hard_to_change

# METADATA
# title: A badge that suggests a check of identity can be bought
speaks_against contains "badge_for_sale" if {
	input.interface_design.account_badge_implies_identity_check
	input.interface_design.account_badge_obtainable_by_payment
}

# METADATA
# title: Recipients who chose to go without profiling are asked to go back
speaks_against contains "asked_to_go_back" if input.recommendation.nonprofiling_option_revert_prompts_per_30_days > 0

# METADATA
# title: Some choices are more prominent than others, Art. 25(3)(a)
speaks_against contains "unequal_prominence" if input.interface_design.interface_unequal_choice_prominence

# METADATA
# title: Recipients are asked again for a choice that they have made, Art. 25(3)(b)
speaks_against contains "repeated_requests" if input.interface_design.interface_repeats_settled_choices

# METADATA
# title: Leaving is harder than joining, Art. 25(3)(c)
speaks_against contains "hard_to_leave" if input.interface_design.termination_harder_than_joining

# METADATA
# title: An audit names kinds of patterns, and none is confirmed
speaks_against contains "types_without_count" if {
	input.interface_design.dark_patterns_confirmed_count == 0
	some _ in input.interface_design.dark_pattern_types_found
}

# METADATA
# title: None is confirmed, and no flow of the interface was audited
speaks_against contains "nothing_audited" if {
	input.interface_design.dark_patterns_confirmed_count == 0
	input.interface_design.dark_pattern_flows_audited == []
}
