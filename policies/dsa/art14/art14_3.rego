# METADATA
# scope: package
# title: Services for minors explain their terms in a way that minors can understand
# description: >-
#   A service that is primarily directed at minors or predominantly used by them explains the conditions of its use
#   and any restrictions in a way that minors can understand.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_14
# custom:
#   id: dsa.art14.3
#   article: 14(3)
#   kind: duty
#   addressee: intermediary
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [45, 46, 47, 48]
#   judgement_terms: [predominantly used]
#   exceptions: >-
#     Concerns only services primarily directed at minors or predominantly used by them; that minors have access is
#     not enough.
#   interpretation: >-
#     Predominantly means more than half. A test with minors is evidence that they understand the explanation and is
#     not demanded.
#   remediation: >-
#     Publish an explanation of the terms and restrictions in words that minors understand.
package dsa.art14.art14_3

import data.parameters

# METADATA
# title: The service is primarily directed at minors
concerned if input.minors.service_directed_at_minors

# METADATA
# title: The service is predominantly used by minors
concerned if input.minors.share_minor_recipients > parameters.share_minor_recipients_predominant

# METADATA
# title: There is no explanation of the terms that minors can understand
breach contains "no_explanation" if input.terms.terms_minor_friendly_version == false
