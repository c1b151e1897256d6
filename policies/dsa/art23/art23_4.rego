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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [63, 64]
#   judgement_terms: [clear and detailed]
#   remediation: >-
#     Add to the terms the policy on misuse of content, notices and complaints, with examples and with the length of
#     suspensions.
package dsa.art23.art23_4

# METADATA
# title: The terms have no policy on misuse
breach contains "no_policy" if input.terms.terms_misuse_policy == false

# METADATA
# title: The policy on misuse is not clear and detailed
breach contains "not_clear" if input.terms.terms_misuse_clear_and_detailed == false

# METADATA
# title: The terms give no examples of what counts as misuse
breach contains "no_examples" if input.terms.terms_misuse_examples == false

# METADATA
# title: The terms do not say how long a suspension lasts
breach contains "no_duration" if input.terms.terms_misuse_duration == false
