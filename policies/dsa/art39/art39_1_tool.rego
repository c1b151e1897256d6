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
#   start: section5
#   presupposes: dsa.art39.1
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
package dsa.art39.art39_1_tool

import data.parameters

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: The tool is not searchable and reliable
# custom:
#   words: searchable and reliable tool
#   remediation: >-
#     Repair the tool so that it finds the advertisements and returns what it should, and test it regularly.
breach contains "not_searchable_or_reliable" if input.advertising.ad_repository_searchable_and_reliable == false

# METADATA
# title: A query cannot combine several criteria
# custom:
#   words: multicriteria queries
#   remediation: >-
#     Make the repository searchable by several criteria at once.
breach contains "no_multicriteria" if input.advertising.ad_repository_multicriteria_search == false

# METADATA
# title: There is no application programming interface that works and is open to everybody
# custom:
#   words: [make publicly available, application programming interfaces]
#   remediation: >-
#     Open a programming interface that works to everybody.
breach contains "no_api" if input.advertising.ad_repository_api == false

breach contains "no_api" if input.advertising.ad_repository_api_public == false

# METADATA
# title: The programming interfaces do not give all items that the repository has to hold
# custom:
#   words: [application programming interfaces, containing the information]
#   remediation: >-
#     Give through the programming interfaces every item that the repository has to hold.
breach contains "api_incomplete" if {
	some _ in input.advertising.ad_repository_api_fields_missing
}

# METADATA
# title: Design or conditions of access defeat the purpose of the repository
# custom:
#   words: [make publicly available, searchable and reliable tool]
#   remediation: >-
#     Remove the delays, fees and detours that keep people from the repository.
breach contains "barriers" if input.advertising.ad_repository_access_barriers_count > 0

# METADATA
# title: Too many queries fail
# custom:
#   words: searchable and reliable tool
#   remediation: >-
#     Find out why queries fail and repair it.
breach contains "queries_fail" if {
	tested := input.advertising.ad_repository_queries_tested_count
	failed := input.advertising.ad_repository_queries_failed_count
	failed * 100 > tested * parameters.ad_repository_queries_failed_percent_max
}

# METADATA
# title: Results take too long
# custom:
#   words: searchable and reliable tool
#   remediation: >-
#     Make the tool answer within the time in which people can search.
breach contains "slow" if {
	delay := input.advertising.ad_repository_result_delay_seconds
	delay > parameters.ad_repository_result_delay_seconds_max
}

# METADATA
# title: The share of failing queries that is published is above what is tolerated
speaks_against contains "published_errors" if {
	input.advertising.ad_repository_error_rate > parameters.ad_repository_queries_failed_percent_max
}

# METADATA
# title: One query in twenty takes longer than is tolerated
speaks_against contains "slow_tail" if {
	delay := input.advertising.ad_repository_query_latency_p95
	delay > parameters.ad_repository_result_delay_seconds_max
}

# METADATA
# title: The programming interfaces are restricted
speaks_against contains "restricted" if some _ in input.advertising.ad_repository_api_restrictions
