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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [96, 97, 98]
#   judgement_terms: [without undue delay, technically possible, give access]
#   exceptions: >-
#     Only data that is publicly accessible on the online interface. Researchers who do not meet Art. 40(8)(b) to (e),
#     or who would use the data for anything but research on systemic risks in the Union, have no claim. Vetting by a
#     Digital Services Coordinator is not needed.
#   interpretation: >-
#     The text says "give access". That terms or technical measures may not keep researchers who qualify from
#     collecting the data themselves, and that a burdensome procedure, a disproportionate price or a refusal without
#     reasons denies access, is a reading of these words. The Commission took it in its decision on X of 5 December
#     2025, against which an appeal was lodged. The parameter public_data_own_collection_protected switches the
#     first part of it off. Whoever refuses everybody and gives nobody a reason gives no access, whatever is known
#     of the single researcher.
package dsa.art40.art40_12

import data.parameters

# METADATA
# title: Researchers have no way to get access to publicly accessible data
# custom:
#   words: give access
#   remediation: >-
#     Open a procedure or an interface through which researchers who qualify get the data.
breach contains "no_access" if input.data_access.public_data_access_offered == false

# METADATA
# title: Every application was refused, and none with a reason
# custom:
#   words: give access
#   remediation: >-
#     Decide the applications anew on the conditions of the law, and give reasons for each refusal.
breach contains "all_refused" if {
	nobody_got_access
	input.data_access.public_data_applications_count > 0
	input.data_access.public_data_refusals_count == input.data_access.public_data_applications_count
	input.data_access.public_data_refusals_without_reason_count == input.data_access.public_data_refusals_count
}

# The median is 0 if no application was granted.
nobody_got_access if {
	input.data_access.median_days_public_data_access == 0
	input.data_access.public_data_granted_count == 0
}

# METADATA
# title: Researchers who qualify were refused access
# custom:
#   words: [give access, comply with the conditions]
#   remediation: >-
#     Give access to the researchers who were refused although they qualify.
breach contains "refused" if input.data_access.public_data_refusals_invalid_ground_count > 0

# METADATA
# title: Access depends on conditions that the law does not set
# custom:
#   words: conditions set out in paragraph 8
#   remediation: >-
#     Ask for nothing beyond the conditions of the paragraph.
breach contains "extra_conditions" if {
	some _ in input.data_access.public_data_extra_conditions
}

# METADATA
# title: Unnecessary barriers keep researchers who qualify from access
# custom:
#   words: give access
#   remediation: >-
#     Take away the steps, prices, quotas and delays that the conditions of the paragraph do not need.
breach contains "barriers" if input.data_access.public_data_access_barriers_found

# METADATA
# title: Half of the researchers wait too long for access
# custom:
#   words: without undue delay
#   remediation: >-
#     Decide applications promptly, with enough people for their number.
breach contains "slow" if {
	input.data_access.median_days_public_data_access > parameters.median_days_public_data_access_max
}

# METADATA
# title: The slowest twentieth of the researchers waits too long for access
# custom:
#   words: without undue delay
#   remediation: >-
#     Find out what holds up the slowest applications, and give access.
breach contains "slow_tail" if {
	not nobody_got_access
	input.data_access.p95_days_public_data_access_measured
	input.data_access.p95_days_public_data_access > parameters.p95_days_public_data_access_max
}

# METADATA
# title: An application has been left undecided for too long
# custom:
#   words: without undue delay
#   remediation: >-
#     Decide the open applications, oldest first.
breach contains "pending" if {
	input.data_access.public_data_oldest_pending_days > parameters.public_data_oldest_pending_days_max
}

# METADATA
# title: Real-time data is withheld although it could be given
# custom:
#   words: [where technically possible, real-time data]
#   remediation: >-
#     Give the data in real time through one of the ways of access.
breach contains "not_real_time" if {
	input.data_access.public_data_realtime_technically_possible
	input.data_access.public_data_realtime_available == false
}

# METADATA
# title: The data given to researchers is partial or unreliable
# custom:
#   words: publicly accessible
#   remediation: >-
#     Give all that is publicly accessible on the interface, and give it right.
breach contains "partial" if input.data_access.public_data_partial_or_unreliable_found

# METADATA
# title: The terms forbid researchers who qualify to collect publicly accessible data themselves
# custom:
#   words: give access
#   remediation: >-
#     Except researchers who qualify from the ban in the terms.
breach contains "collection_banned" if {
	parameters.public_data_own_collection_protected
	input.data_access.terms_ban_research_scraping
}

# METADATA
# title: Technical measures stop researchers who qualify from collecting publicly accessible data themselves
# custom:
#   words: give access
#   remediation: >-
#     Let researchers who qualify through the technical measures, and give back the accounts that were blocked.
breach contains "collection_blocked" if {
	parameters.public_data_own_collection_protected
	input.data_access.research_scraping_technically_blocked
}

# METADATA
# title: Applications were refused without a reason
speaks_against contains "refusals_without_reason" if input.data_access.public_data_refusals_without_reason_count > 0

# METADATA
# title: Fields that researchers asked for were not supplied
speaks_against contains "fields_withheld" if {
	requested := input.data_access.public_data_fields_requested_count
	input.data_access.public_data_fields_supplied_count < requested
}

# METADATA
# title: Researchers were given partial or unreliable data
speaks_against contains "partial_grants" if input.data_access.public_data_partial_or_unreliable_grants_count > 0

# METADATA
# title: Researchers were given quotas too small for their research
speaks_against contains "small_quotas" if input.data_access.public_data_quota_insufficient_count > 0

# METADATA
# title: Researchers lost their access or were threatened because of their research
speaks_against contains "revoked_or_threatened" if input.data_access.researcher_access_revoked_or_threatened_count > 0

# METADATA
# title: Accounts of researchers were blocked because of their research
speaks_against contains "accounts_blocked" if input.data_access.research_accounts_blocked_count > 0

# METADATA
# title: Applications have waited longer than the parameter allows
speaks_against contains "long_pending" if input.data_access.public_data_pending_beyond_parameter_count > 0

# METADATA
# title: How long the slowest researchers waited was not measured
speaks_against contains "tail_not_measured" if {
	not nobody_got_access
	input.data_access.p95_days_public_data_access_measured == false
}
