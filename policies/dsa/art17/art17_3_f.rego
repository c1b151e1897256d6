# METADATA
# scope: package
# title: The statement tells how to seek redress
# description: >-
#   The statement gives clear and user-friendly information on the redress open to the recipient: courts and, where
#   these routes exist, the internal complaint system and out-of-court dispute settlement.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_17
# custom:
#   id: dsa.art17.3.f
#   article: 17(3)(f)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [54, 55]
#   judgement_terms: []
#   exceptions: >-
#     Only where the host knows the recipient's electronic contact details; not for deceptive high-volume commercial
#     content (Art. 17(2)); not for orders under Art. 9 (Art. 17(5)). Complaint system and out-of-court settlement only
#     where they exist: neither on a host that is no online platform nor on a platform that Art. 19 frees.
#   interpretation: >-
#     The two platform routes are taken to exist where Arts 20 and 21 bind the service, and not where a provider offers
#     something similar of its own accord.
#   presupposes: dsa.art17.1
package dsa.art17.art17_3_f

import data.dsa.section3
import data.dsa.statements

# METADATA
# title: Statements were sent
presupposed if statements.sent

# METADATA
# title: Statements do not mention redress before the courts
# custom:
#   words: judicial redress
#   remediation: >-
#     End every statement with the way to the courts.
breach contains "no_courts" if {
	input.statements_of_reasons.sor_with_judicial_redress_info_count < input.statements_of_reasons.sor_sample_size
}

# METADATA
# title: Statements do not mention the internal complaint system
# custom:
#   words: internal complaint-handling mechanisms
#   remediation: >-
#     End every statement with a link to the complaint system.
breach contains "no_complaint_system" if {
	section3.binds
	input.statements_of_reasons.sor_with_internal_complaint_info_count < input.statements_of_reasons.sor_sample_size
}

# METADATA
# title: Statements do not mention out-of-court dispute settlement
# custom:
#   words: out-of-court dispute settlement
#   remediation: >-
#     End every statement with the way to certified dispute settlement bodies.
breach contains "no_settlement" if {
	section3.binds
	input.statements_of_reasons.sor_with_ods_info_count < input.statements_of_reasons.sor_sample_size
}
