# METADATA
# scope: package
# title: Reasonable efforts keep the repository accurate and complete
# description: >-
#   The provider makes reasonable efforts to ensure that the information in the repository is accurate and complete.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.1.accuracy
#   article: 39(1)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   judgement_terms: [reasonable efforts]
#   exceptions: >-
#     Services that present no advertisements.
#   interpretation: >-
#     The duty is one of efforts, not of results; from what share of wrong entries on these speak against the efforts is
#     a parameter.
#   remediation: >-
#     Check the entries against the advertisements and their orders, correct what is wrong, and keep on checking.
package dsa.art39.art39_1_accuracy

import data.parameters

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: The efforts to keep the information accurate and complete are not reasonable
breach contains "efforts" if input.advertising.ad_repository_accuracy_efforts_reasonable == false

# METADATA
# title: Too many entries are wrong or incomplete for the efforts to be reasonable
breach contains "inaccurate" if {
	sampled := input.advertising.ad_repository_sample_size
	accurate := input.advertising.ad_repository_sample_accurate_count
	sampled > 0
	accurate * 100 < sampled * parameters.ad_repository_sample_accurate_percent_min
}
