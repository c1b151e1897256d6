# METADATA
# scope: package
# title: The statement is clear and as specific as it can be
# description: >-
#   What the statement says is clear, easy to understand and as precise and specific as the circumstances reasonably
#   allow, so that the recipient can use the redress that is open.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_17
# custom:
#   id: dsa.art17.4
#   article: 17(4)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [54, 55]
#   judgement_terms: [easily comprehensible, as precise and specific as reasonably possible]
#   exceptions: >-
#     Only where the host knows the recipient's electronic contact details; not for deceptive high-volume commercial
#     content (Art. 17(2)); not for orders under Art. 9 (Art. 17(5)).
#   interpretation: >-
#     No score of readability measures the condition in every language, so the rule rests on what a review of the
#     statements has found.
package dsa.art17.art17_4

import data.parameters

# METADATA
# title: Statements are not clear or not specific enough to be contested
# custom:
#   words:
#     - clear and easily comprehensible
#     - as precise and specific as reasonably possible
#     - effectively exercise the possibilities for redress
#   remediation: >-
#     Replace general phrases by the words or images concerned, the rule applied and why it applies.
breach contains "unclear" if input.statements_of_reasons.statements_clear_and_specific == false

# METADATA
# title: Too many statements failed a review for precision and specificity
speaks_against contains "review" if {
	input.statements_of_reasons.sor_specificity_audit_pass_rate < parameters.sor_specificity_audit_pass_rate_min
}
