# METADATA
# scope: package
# title: The statement gives the clause of the terms and explains it
# description: >-
#   Where the content is alleged to be against the terms, the statement refers to the clause relied on and explains why
#   the content is incompatible with it.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_17
# custom:
#   id: dsa.art17.3.e
#   article: 17(3)(e)
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
#   interpretation: >-
#     Every restriction that calls for a statement rests on illegality or on the terms, Art. 17(1); a statement that
#     names neither falls short of this point as well as of the other. The two grounds overlap, so that their numbers
#     alone do not show that each statement names one, unless one of them covers all.
#   catalogue: >-
#     The catalogue compares each ground with the statements that claim it, so that one which claims none passes.
#   presupposes: dsa.art17.1
package dsa.art17.art17_3_e

import data.dsa.statements

# METADATA
# title: Statements were sent
presupposed if statements.sent

# METADATA
# title: Statements name neither ground, illegality or the terms
# custom:
#   words: based on the alleged incompatibility
#   remediation: >-
#     Record for every restriction whether it rests on illegality or on the terms, and carry the ground into the
#     statement.
breach contains "neither_ground" if input.statements_of_reasons.sor_neither_ground_count > 0

# METADATA
# title: Statements about a breach of the terms do not name the clause
# custom:
#   words: a reference to the contractual ground
#   remediation: >-
#     Name the clause relied on.
breach contains "no_ground" if {
	stated := input.statements_of_reasons.sor_with_contractual_ground_count
	stated < input.statements_of_reasons.sor_terms_ground_count
}

# METADATA
# title: Statements about a breach of the terms do not explain it
# custom:
#   words: considered to be incompatible with that ground
#   remediation: >-
#     Say in a sentence why the content is incompatible with the clause.
breach contains "no_explanation" if {
	stated := input.statements_of_reasons.sor_with_contractual_explanation_count
	stated < input.statements_of_reasons.sor_terms_ground_count
}
