# METADATA
# scope: package
# title: The statement gives the facts relied on
# description: >-
#   The statement sets out the facts and circumstances behind the decision and, where relevant, whether a notice or an
#   investigation of the host's own led to it; who sent the notice is told only where strictly necessary.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_17
# custom:
#   id: dsa.art17.3.b
#   article: 17(3)(b)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [54, 55]
#   judgement_terms: []
#   exceptions: >-
#     Only where the host knows the recipient's electronic contact details; not for deceptive high-volume commercial
#     content (Art. 17(2)); not for orders under Art. 9 (Art. 17(5)).
#   presupposes: dsa.art17.1
package dsa.art17.art17_3_b

import data.dsa.statements

# METADATA
# title: Statements were sent
presupposed if statements.sent

# METADATA
# title: Statements do not give the facts relied on
# custom:
#   words: the facts and circumstances relied on
#   remediation: >-
#     State the facts of the case in every statement.
breach contains "no_facts" if {
	stated := input.statements_of_reasons.sor_with_facts_count
	stated < input.statements_of_reasons.sor_sample_size
}

# METADATA
# title: Statements do not say whether a notice or an own investigation led to the decision
# custom:
#   words: [pursuant to a notice, own-initiative investigations]
#   remediation: >-
#     Carry from the case into the statement whether a notice or an investigation of your own led to it.
breach contains "no_origin" if {
	stated := input.statements_of_reasons.sor_with_notice_or_own_initiative_origin_count
	stated < input.statements_of_reasons.sor_origin_applicable_count
}

# METADATA
# title: Statements reveal the notifier without strict need
# custom:
#   words: where strictly necessary
#   remediation: >-
#     Leave the notifier out, unless the recipient cannot do without the name.
breach contains "notifier_revealed" if input.statements_of_reasons.sor_revealing_notifier_unnecessarily_count > 0
