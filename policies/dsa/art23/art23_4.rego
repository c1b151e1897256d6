# METADATA
# scope: package
# title: The terms set out the policy on misuse with examples and the length of suspensions
# description: >-
#   The terms and conditions set out, clearly and in detail, the policy on the misuse of paragraphs 1 and 2, with
#   examples of the facts and circumstances that are weighed and with the length of the suspension.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_23
# custom:
#   id: dsa.art23.4
#   article: 23(4)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [63, 64]
#   judgement_terms: [clear and detailed]
package dsa.art23.art23_4

# METADATA
# title: The terms have no policy on misuse
# custom:
#   words: [terms and conditions, policy in respect of the misuse]
#   remediation: >-
#     Add to the terms the policy on misuse of content, notices and complaints.
breach contains "no_policy" if input.terms.terms_misuse_policy == false

# METADATA
# title: The policy on misuse is not clear and detailed
# custom:
#   words: clear and detailed manner
#   remediation: >-
#     Say in the policy, step by step, what counts as misuse and what follows.
breach contains "not_clear" if {
	input.terms.terms_misuse_policy
	input.terms.terms_misuse_clear_and_detailed == false
}

# METADATA
# title: The terms give no examples of what counts as misuse
# custom:
#   words: examples of the facts and circumstances
#   remediation: >-
#     Add examples of the facts and circumstances that are weighed.
breach contains "no_examples" if {
	input.terms.terms_misuse_policy
	input.terms.terms_misuse_examples == false
}

# METADATA
# title: The terms do not say how long a suspension lasts
# custom:
#   words: duration of the suspension
#   remediation: >-
#     Say in the terms how long a suspension lasts.
breach contains "no_duration" if {
	input.terms.terms_misuse_policy
	input.terms.terms_misuse_duration == false
}
