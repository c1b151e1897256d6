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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [66]
#   judgement_terms: [without undue delay]
#   exceptions: >-
#     Nothing is sent where no statement is owed, Art. 17(2) and (5).
#   interpretation: >-
#     The whole is the restrictions under Art. 17(1), so that a decision without a statement of reasons is missing in
#     the database as well. The median hides the slow ones, so that the time for nineteen in twenty counts as well;
#     where it was not measured the median decides.
#   catalogue: >-
#     The catalogue compares what was sent to the database with the statements that were sent, not with the decisions.
package dsa.art24.art24_5

import data.parameters

# METADATA
# title: Statements of reasons were not sent to the database
# custom:
#   words: submit to the Commission the decisions
#   remediation: >-
#     Send the missing decisions and statements to the database, and send new ones as they are issued.
breach contains "not_sent" if {
	sent := input.statements_of_reasons.sor_submitted_to_database_count
	sent < input.statements_of_reasons.restrictions_in_scope_sor_count
}

# METADATA
# title: Half of the statements reach the database too late
# custom:
#   words: without undue delay
#   remediation: >-
#     Send each statement to the database when it is issued.
breach contains "slow" if {
	limit := parameters.median_hours_sor_to_database_max
	input.statements_of_reasons.median_hours_sor_to_database > limit
}

# METADATA
# title: The slowest twentieth of the statements reaches the database too late
# custom:
#   words: without undue delay
#   remediation: >-
#     Find the statements that hang, and send each to the database when it is issued.
breach contains "slow_tail" if {
	input.statements_of_reasons.p95_hours_sor_to_database_measured
	input.statements_of_reasons.p95_hours_sor_to_database > parameters.p95_hours_sor_to_database_max
}

# METADATA
# title: How long the slowest statements take was not measured, so that the median decides
speaks_against contains "tail_unmeasured" if {
	input.statements_of_reasons.p95_hours_sor_to_database_measured == false
}

# METADATA
# title: The database itself shows a median of more than a day
speaks_against contains "median_of_days" if {
	input.statements_of_reasons.database_median_days_restriction_to_database > 1
}

# METADATA
# title: The database holds fewer statements than are said to have been sent
speaks_against contains "fewer_in_database" if {
	received := input.statements_of_reasons.database_statements_count
	received < input.statements_of_reasons.sor_submitted_to_database_count
}
