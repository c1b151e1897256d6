# METADATA
# scope: package
# title: Suspected threats to life or safety are passed on promptly
# description: >-
#   When the host becomes aware of information that raises the suspicion of a crime threatening the life or safety of a
#   person, it promptly informs the law enforcement or judicial authorities of the Member State concerned and gives all
#   relevant information available.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_18
# custom:
#   id: dsa.art18.1
#   article: 18(1)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [56]
#   judgement_terms: [promptly, suspicion]
#   interpretation: >-
#     Awareness is counted, not what a search of all content would have shown: Art. 8 rules out a general duty to look.
#     Where life is at stake no median will do: the slowest case counts.
#   catalogue: >-
#     The entry counts a referral to any authority or to Europol. Paragraph 1 names the authorities of the Member State
#     concerned; others will do only under paragraph 2.
package dsa.art18.art18_1

import data.dsa.arithmetic
import data.parameters

# METADATA
# title: Suspected threats to life or safety were not passed on
# custom:
#   words: inform the law enforcement or judicial authorities
#   remediation: >-
#     Pass on the cases that were held back.
breach contains "not_referred" if {
	referred := input.reporting_pipeline.life_safety_referrals_count
	referred < input.reporting_pipeline.life_safety_suspicions_count
}

# METADATA
# title: Suspicions whose Member State is known did not reach its authorities
# custom:
#   words: Member State or Member States concerned
#   remediation: >-
#     Pass these cases on to the law enforcement or judicial authorities of the Member State concerned.
breach contains "not_state_concerned" if {
	arithmetic.left_out(
		input.reporting_pipeline.life_safety_referrals_to_state_concerned_count,
		input.reporting_pipeline.suspicions_state_unknown_count,
		input.reporting_pipeline.life_safety_suspicions_count,
	)
}

# METADATA
# title: Authorities did not get all relevant information about suspected threats
# custom:
#   words: provide all relevant information available
#   remediation: >-
#     Send the authorities what was left out.
breach contains "incomplete" if {
	complete := input.reporting_pipeline.life_safety_referrals_complete_count
	complete < input.reporting_pipeline.life_safety_suspicions_count
}

# METADATA
# title: Half of the suspicions were passed on too late
# custom:
#   words: promptly inform
#   remediation: >-
#     Set up a channel to the authorities that works at any hour.
breach contains "late" if {
	input.reporting_pipeline.median_hours_awareness_to_referral > parameters.median_hours_awareness_to_referral_max
}

# METADATA
# title: A suspicion was passed on too late
# custom:
#   words: promptly inform
#   remediation: >-
#     Find out where that case waited, and see that none can wait there again.
breach contains "one_late" if {
	input.reporting_pipeline.longest_hours_awareness_to_referral > parameters.longest_hours_awareness_to_referral_max
}
