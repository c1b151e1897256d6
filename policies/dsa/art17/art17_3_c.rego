# METADATA
# scope: package
# title: The statement discloses automated means
# description: >-
#   Where they were used, the statement says that automated means took part in the decision, and whether the content was
#   detected or identified by such means.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_17
# custom:
#   id: dsa.art17.3.c
#   article: 17(3)(c)
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
package dsa.art17.art17_3_c

import data.dsa.statements

# METADATA
# title: Statements were sent
presupposed if statements.sent

# METADATA
# title: Statements do not disclose automated means in the decision
# custom:
#   words: automated means in taking the decision
#   remediation: >-
#     Record for every restriction whether automated means took part in the decision, and carry it into the statement.
breach contains "decision" if {
	stated := input.statements_of_reasons.sor_with_automation_in_decision_count
	stated < input.statements_of_reasons.sor_automated_decision_count
}

# METADATA
# title: Statements do not disclose automated detection
# custom:
#   words: detected or identified using automated means
#   remediation: >-
#     Record for every restriction whether automated means detected the content, and carry it into the statement.
breach contains "detection" if {
	stated := input.statements_of_reasons.sor_with_automation_in_detection_count
	stated < input.statements_of_reasons.sor_automated_detection_count
}
