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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [45, 46, 47, 48]
#   judgement_terms: [predominantly used]
#   exceptions: >-
#     Concerns only services primarily directed at minors or predominantly used by them; that minors have access is
#     not enough, nor that the service is directed at them among others (recital 71).
#   interpretation: >-
#     Predominantly means more than half. A test with minors is evidence that they understand the explanation and is
#     not demanded.
#   catalogue: >-
#     The entry takes every service directed at minors, the word of recital 71 on Art. 28. Paragraph 3 says primarily
#     directed, which is a fact of its own.
package dsa.art14.art14_3

import data.parameters

# METADATA
# title: The service is primarily directed at minors
concerned if input.minors.service_primarily_directed_at_minors

# METADATA
# title: The service is predominantly used by minors
concerned if input.minors.share_minor_recipients > parameters.share_minor_recipients_predominant

# METADATA
# title: There is no explanation of the terms that minors can understand
# custom:
#   words: ["conditions for, and any restrictions on", in a way that minors can understand]
#   remediation: >-
#     Publish an explanation of the terms and restrictions in words that minors understand.
breach contains "no_explanation" if input.terms.terms_minor_friendly_version == false

# METADATA
# title: Whether minors understand the explanation was never tested
speaks_against contains "untested" if input.terms.terms_minor_readability_tested == false
