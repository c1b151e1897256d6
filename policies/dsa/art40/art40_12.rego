# METADATA
# scope: package
# title: Researchers get access to publicly accessible data
# description: >-
#   Whoever researches systemic risks in the Union and meets the conditions of Art. 40(8)(b) to (e), affiliated to a
#   research organisation or not, gets access to what is publicly accessible on the online interface, without undue
#   delay and, where that is technically possible, in real time.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_40
# custom:
#   id: dsa.art40.12
#   article: 40(12)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [96, 97, 98]
#   judgement_terms: [without undue delay, technically possible, give access]
#   exceptions: >-
#     Only data that is publicly accessible on the online interface. Researchers who do not meet Art. 40(8)(b) to (e),
#     or who would use the data for anything but research on systemic risks in the Union, have no claim. Vetting by a
#     Digital Services Coordinator is not needed.
#   interpretation: >-
#     The text says "give access". That terms or technical measures may not keep researchers who qualify from collecting
#     the data themselves, and that a burdensome procedure, a disproportionate price or a refusal without reasons denies
#     access, is a reading of these words. The Commission took it in its decision on X of 5 December 2025, against which
#     an appeal was lodged. The parameter public_data_own_collection_protected switches the first part of it off.
#   remediation: >-
#     Open a procedure that asks for nothing beyond Art. 40(12), decide applications promptly and on those conditions
#     alone, supply the data in full and in real time where that can be done, and let researchers who qualify collect
#     publicly accessible data by their own means.
package dsa.art40.art40_12

import data.parameters

# METADATA
# title: Researchers have no way to get access to publicly accessible data
breach contains "no_access" if input.data_access.public_data_access_offered == false

# METADATA
# title: Access depends on conditions that the law does not set
breach contains "extra_conditions" if {
	some _ in input.data_access.public_data_extra_conditions
}

# METADATA
# title: Unnecessary barriers keep researchers who qualify from access
breach contains "barriers" if input.data_access.public_data_access_barriers_found

# METADATA
# title: Researchers who qualify were refused access
breach contains "refused" if input.data_access.public_data_refusals_invalid_ground_count > 0

# METADATA
# title: Researchers wait too long for access
breach contains "slow" if {
	input.data_access.median_days_public_data_access > parameters.median_days_public_data_access_max
}

# METADATA
# title: An application has been left undecided for too long
breach contains "pending" if {
	input.data_access.public_data_oldest_pending_days > parameters.public_data_oldest_pending_days_max
}

# METADATA
# title: Real-time data is withheld although it could be given
breach contains "not_real_time" if {
	input.data_access.public_data_realtime_technically_possible
	input.data_access.public_data_realtime_available == false
}

# METADATA
# title: The data given to researchers is partial or unreliable
breach contains "partial" if input.data_access.public_data_partial_or_unreliable_found

# METADATA
# title: The terms forbid researchers who qualify to collect publicly accessible data themselves
breach contains "collection_banned" if {
	parameters.public_data_own_collection_protected
	input.data_access.terms_ban_research_scraping
}

# METADATA
# title: Technical measures stop researchers who qualify from collecting publicly accessible data themselves
breach contains "collection_blocked" if {
	parameters.public_data_own_collection_protected
	input.data_access.research_scraping_technically_blocked
}
