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
#   start: section5
#   presupposes: dsa.art39.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   judgement_terms: [reasonable efforts]
#   exceptions: >-
#     Services that present no advertisements.
#   interpretation: >-
#     The duty is one of efforts, not of results; from what share of wrong entries on these speak against the efforts is
#     a parameter.
package dsa.art39.art39_1_accuracy

import data.parameters

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: The efforts to keep the information accurate and complete are not reasonable
# custom:
#   words: reasonable efforts
#   remediation: >-
#     Check the entries against the advertisements and their orders, correct what is wrong, and keep on checking.
breach contains "efforts" if input.advertising.ad_repository_accuracy_efforts_reasonable == false

# METADATA
# title: Too many entries are wrong or incomplete for the efforts to be reasonable
# custom:
#   words: [reasonable efforts, accurate and complete]
#   remediation: >-
#     Correct the entries that are wrong or incomplete, find out where the errors come from, and keep on checking.
breach contains "inaccurate" if {
	sampled := input.advertising.ad_repository_sample_size
	accurate := input.advertising.ad_repository_sample_accurate_count
	accurate * 100 < sampled * parameters.ad_repository_sample_accurate_percent_min
}
