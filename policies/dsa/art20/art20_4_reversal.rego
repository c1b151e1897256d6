# METADATA
# scope: package
# title: Decisions that a complaint shows to be wrong are reversed without undue delay
# description: >-
#   Where a complaint gives sufficient grounds that it was wrong not to act on a notice, that the content is neither
#   illegal nor against the terms, or that the conduct does not warrant the measure, the platform reverses its
#   decision without undue delay.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_20
# custom:
#   id: dsa.art20.4.reversal
#   article: 20(4)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [58]
#   judgement_terms: [without undue delay, sufficient grounds]
#   presupposes: dsa.art20.1
package dsa.art20.art20_4_reversal

import data.parameters

# METADATA
# title: There is an internal complaint system
presupposed if input.complaints.complaint_system_exists

# METADATA
# title: Complaints were found justified and the decisions still stand
# custom:
#   words: [sufficient grounds, reverse its decision]
#   remediation: >-
#     Reverse the decisions that complaints have shown to be wrong, and restore what they took away.
breach contains "not_reversed" if input.complaints.complaints_reversed_count < input.complaints.complaints_upheld_count

# METADATA
# title: Half of the reversals come too late
# custom:
#   words: without undue delay
#   remediation: >-
#     Reverse a decision as soon as the complaint against it is found justified.
breach contains "slow" if {
	input.complaints.median_hours_upheld_to_reversal > parameters.median_hours_upheld_to_reversal_max
}

# METADATA
# title: The slowest twentieth of the reversals comes too late
# custom:
#   words: without undue delay
#   remediation: >-
#     Find out what holds up the slowest reversals, and carry them out.
breach contains "slow_tail" if {
	input.complaints.complaints_reversed_count > 0
	input.complaints.p95_hours_upheld_to_reversal_measured
	input.complaints.p95_hours_upheld_to_reversal > parameters.p95_hours_upheld_to_reversal_max
}

# METADATA
# title: How long the slowest reversals took was not measured
speaks_against contains "tail_not_measured" if {
	input.complaints.complaints_reversed_count > 0
	input.complaints.p95_hours_upheld_to_reversal_measured == false
}
