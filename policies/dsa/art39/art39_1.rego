# METADATA
# scope: package
# title: A public repository holds the advertisements that were presented
# description: >-
#   A designated service that presents advertisements compiles a repository of them and makes it available to the public
#   in a specific section of its online interface.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.1
#   article: 39(1)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   exceptions: >-
#     Services that present no advertisements.
package dsa.art39.art39_1

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is no public repository of advertisements in a specific section of the interface
# custom:
#   words: [make publicly available, in a specific section]
#   remediation: >-
#     Publish a repository in its own section of the interface, open to everybody.
breach contains "not_public" if input.advertising.ad_repository_public == false

breach contains "not_public" if input.advertising.no_ad_repository

# METADATA
# title: Advertisements that were presented are not in the repository
# custom:
#   words: [compile, a repository containing the information]
#   remediation: >-
#     Enter every advertisement that is presented into the repository.
breach contains "incomplete" if {
	input.advertising.ads_sampled_in_repository_count < input.advertising.ads_sampled_count
}
