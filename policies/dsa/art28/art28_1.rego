# METADATA
# scope: package
# title: Minors enjoy a high level of privacy, safety and security
# description: >-
#   A platform that is accessible to minors puts in place appropriate and proportionate measures to ensure a high level
#   of privacy, safety and security of minors on its service.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_28
# custom:
#   id: dsa.art28.1
#   article: 28(1)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [71]
#   judgement_terms: [appropriate and proportionate, high level, accessible to minors]
#   exceptions: >-
#     Platforms that are not accessible to minors. A minimum age in the terms does not take a platform outside. No
#     additional personal data need be processed to find out whether a recipient is a minor, Art. 28(3).
#   interpretation: >-
#     No single measure is demanded, so private accounts, limits on contact, safeguards in recommendations and the like
#     are evidence, which speaks against the measures and does not decide; a general platform is in breach only once it
#     is established that its measures as a whole fall short.
#     That a service for adult content must do more than ask for a click is a reading, taken by the Commission in
#     preliminary findings of March 2026, and rests on parameters.
package dsa.art28.art28_1

import data.parameters

# METADATA
# title: The platform is accessible to minors
concerned if input.minors.accessible_to_minors

# Recital 71 names three ways in which a platform is accessible: its terms let minors in, ...
concerned if input.minors.terms_allow_minors

# ... it is aimed at them or mostly used by them, ...
concerned if input.minors.service_directed_at_minors

concerned if input.minors.share_minor_recipients > parameters.share_minor_recipients_not_predominant_max

# ... or its provider knows in another way that there are some, whatever the minimum age in the terms.
concerned if input.minors.provider_aware_of_minor_recipients

# METADATA
# title: The measures are not appropriate and proportionate to protect minors to a high level
# custom:
#   words: [appropriate and proportionate measures, "high level of privacy, safety, and security"]
#   remediation: >-
#     Review what endangers minors on the service and answer each risk with measures that fit it.
breach contains "measures_inadequate" if input.minors.minor_protection_measures_appropriate == false

# METADATA
# title: A service for adult content does not keep minors out
# custom:
#   words: appropriate and proportionate measures
#   remediation: >-
#     Keep minors out by a check before anything is seen that works and takes in no more data than needed; Art. 28(3)
#     does not oblige any platform to process further personal data to find out age.
breach contains "adult_content_open" if {
	parameters.adult_content_needs_effective_age_assurance
	input.minors.adult_content_service
	minors_get_in
}

minors_get_in if input.minors.age_assurance_method in parameters.age_assurance_methods_insufficient_for_adult_content

minors_get_in if input.minors.age_check_before_adult_content == false

minors_get_in if input.minors.age_assurance_effective == false

# METADATA
# title: Nobody has reviewed in writing what endangers minors on the service
speaks_against contains "no_review" if input.minors.minors_risk_review_done == false

# METADATA
# title: Accounts of minors are not private unless the minor changes it
speaks_against contains "not_private" if input.minors.minor_accounts_private_by_default == false

# METADATA
# title: Accounts of minors can be public
speaks_against contains "public_accounts" if input.minors.minor_accounts_may_be_public

# METADATA
# title: Profiles or content of minors are visible without an account
speaks_against contains "visible_without_account" if input.minors.minor_profiles_visible_without_account

# METADATA
# title: Pictures of minors are visible to anybody
speaks_against contains "pictures_visible" if input.minors.minor_pictures_visible_to_anyone

# METADATA
# title: Content or accounts of minors are recommended to anybody
speaks_against contains "recommended_to_anyone" if input.minors.minor_content_recommended_to_anyone

# METADATA
# title: Adults whom a minor does not know can find or contact it
speaks_against contains "strangers" if input.minors.minor_contact_restricted_by_default == false

# METADATA
# title: Recommender systems treat minors like everybody else
speaks_against contains "recommender" if input.minors.minor_recommender_safeguards == false

# METADATA
# title: Features that can make minors use the service compulsively are on by default
speaks_against contains "addictive" if input.minors.minor_addictive_features_off_by_default == false

# METADATA
# title: Minors do not find or understand the tools for reports and complaints
speaks_against contains "reporting_hard" if input.minors.minor_reporting_tool_easy == false

# METADATA
# title: The check of age does not keep those out whom it is to keep out
speaks_against contains "age_check_fails" if input.minors.age_assurance_effective == false

# METADATA
# title: Attempts to get around the check of age succeeded
speaks_against contains "age_check_bypassed" if input.minors.age_assurance_bypass_successes_count > 0

# METADATA
# title: Children under 13 use a service whose terms keep them out
speaks_against contains "under13s" if {
	input.minors.under13s_using_service_share > 0
	input.minors.terms_minimum_age >= parameters.terms_minimum_age_that_keeps_children_out_min
}

# METADATA
# title: The form for reporting that a holder is too young is not filled in with the account
speaks_against contains "form_not_prefilled" if input.minors.underage_report_form_prefilled == false

# METADATA
# title: Reports that a holder is too young were not followed up
speaks_against contains "reports_not_followed_up" if {
	input.minors.underage_reports_followed_up_count < input.minors.underage_account_reports_count
}
