# METADATA
# scope: package
# title: The statement says what the measure is, where and for how long
# description: >-
#   The statement names the kind of restriction and, where relevant, the territory in which it holds and its duration.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_17
# custom:
#   id: dsa.art17.3.a
#   article: 17(3)(a)
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
package dsa.art17.art17_3_a

import data.dsa.statements

# METADATA
# title: Statements were sent
presupposed if statements.sent

# METADATA
# title: Statements do not say which measure was taken
# custom:
#   words: whether the decision entails
#   remediation: >-
#     Name in the statement the measure that was taken.
breach contains "no_measure" if {
	stated := input.statements_of_reasons.sor_with_measure_type_count
	stated < input.statements_of_reasons.sor_sample_size
}

# METADATA
# title: Statements do not say where the measure holds
# custom:
#   words: territorial scope of the decision
#   remediation: >-
#     Name the territory wherever the measure does not hold everywhere.
breach contains "no_territory" if {
	stated := input.statements_of_reasons.sor_with_territorial_scope_count
	stated < input.statements_of_reasons.sor_territorial_scope_applicable_count
}

# METADATA
# title: Statements do not say how long the measure lasts
# custom:
#   words: its duration
#   remediation: >-
#     Name the duration wherever the measure is not for good.
breach contains "no_duration" if {
	stated := input.statements_of_reasons.sor_with_duration_count
	stated < input.statements_of_reasons.sor_duration_applicable_count
}
