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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [71]
#   judgement_terms: [appropriate and proportionate, high level, accessible to minors]
#   exceptions: >-
#     Platforms that are not accessible to minors. A minimum age in the terms does not take a platform outside. No
#     additional personal data need be processed to find out whether a recipient is a minor, Art. 28(3).
#   interpretation: >-
#     No single measure is demanded, so private accounts, limits on contact, safeguards in recommendations and the like
#     are evidence; a general platform is in breach only once it is established that its measures as a whole fall short.
#     That a service for adult content must do more than ask for a click is a reading, taken by the Commission in
#     preliminary findings of March 2026, and rests on parameters.
#   remediation: >-
#     Review what endangers minors on the service and answer each risk with measures that fit it. A service for adult
#     content keeps minors out by a check that works and takes in no more data than needed; Art. 28(3) does not oblige
#     any platform to process further personal data to find out age.
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
breach contains "measures_inadequate" if input.minors.minor_protection_measures_appropriate == false

# METADATA
# title: A service for adult content does not keep minors out
breach contains "adult_content_open" if {
	parameters.adult_content_needs_effective_age_assurance
	input.minors.adult_content_service
	minors_get_in
}

minors_get_in if input.minors.age_assurance_method in parameters.age_assurance_methods_insufficient_for_adult_content

minors_get_in if input.minors.age_check_before_adult_content == false

minors_get_in if input.minors.age_assurance_effective == false
