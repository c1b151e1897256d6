# METADATA
# scope: package
# title: The repository can be searched reliably, by several criteria and through interfaces
# description: >-
#   The repository is available through a searchable and reliable tool that allows queries with several criteria, and
#   through application programming interfaces.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.1.tool
#   article: 39(1)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   judgement_terms: [searchable and reliable]
#   exceptions: >-
#     Services that present no advertisements.
#   interpretation: >-
#     A design or a condition of access that defeats the purpose of the repository is read as making the tool
#     unreliable, as the Commission did in the X decision. The share of failing queries and the wait that are tolerated
#     are parameters.
#   remediation: >-
#     Make the repository searchable by several criteria at once and open its programming interfaces to everybody;
#     remove delays, fees and detours; test it regularly.
package dsa.art39.art39_1_tool

import data.parameters

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: The tool is not searchable and reliable
breach contains "not_searchable_or_reliable" if input.advertising.ad_repository_searchable_and_reliable == false

# METADATA
# title: A query cannot combine several criteria
breach contains "no_multicriteria" if input.advertising.ad_repository_multicriteria_search == false

# METADATA
# title: There is no application programming interface that works and is open to everybody
breach contains "no_api" if input.advertising.ad_repository_api == false

breach contains "no_api" if input.advertising.ad_repository_api_public == false

# METADATA
# title: The programming interfaces do not give all items that the repository has to hold
breach contains "api_incomplete" if {
	some _ in input.advertising.ad_repository_api_fields_missing
}

# METADATA
# title: Design or conditions of access defeat the purpose of the repository
breach contains "barriers" if input.advertising.ad_repository_access_barriers_count > 0

# METADATA
# title: Too many queries fail
breach contains "queries_fail" if {
	tested := input.advertising.ad_repository_queries_tested_count
	failed := input.advertising.ad_repository_queries_failed_count
	tested > 0
	failed > 0
	failed * 100 > tested * parameters.ad_repository_queries_failed_percent_max
}

# METADATA
# title: Results take too long
breach contains "slow" if {
	delay := input.advertising.ad_repository_result_delay_seconds
	delay > parameters.ad_repository_result_delay_seconds_max
}
