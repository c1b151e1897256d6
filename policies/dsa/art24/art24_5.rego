# METADATA
# scope: package
# title: Statements of reasons are sent to the database of the Commission without undue delay
# description: >-
#   Platforms send their decisions and statements of reasons to the public database of the Commission without undue
#   delay.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_24
# custom:
#   id: dsa.art24.5
#   article: 24(5)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [66]
#   judgement_terms: [without undue delay]
#   exceptions: >-
#     Nothing is sent where no statement is owed, Art. 17(2) and (5).
#   remediation: >-
#     Send the missing statements to the database, and send new ones as they are issued.
package dsa.art24.art24_5

import data.parameters

# METADATA
# title: Statements of reasons were not sent to the database
breach contains "not_sent" if {
	sent := input.statements_of_reasons.sor_submitted_to_database_count
	sent < input.statements_of_reasons.statements_of_reasons_sent_count
}

# METADATA
# title: Half of the statements reach the database too late
breach contains "slow" if {
	limit := parameters.median_hours_sor_to_database_max
	input.statements_of_reasons.median_hours_sor_to_database > limit
}
