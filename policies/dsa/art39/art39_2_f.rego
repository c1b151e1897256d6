# METADATA
# scope: package
# title: The repository includes the commercial communications that recipients declared
# description: >-
#   The repository of a very large online platform includes the commercial communications that recipients declared and
#   that were identified under Art. 26(2).
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.2.f
#   article: 39(2)(f)
#   kind: duty
#   addressee: vlop_vlose
#   vlop_only: true
#   start: section5
#   presupposes: dsa.art39.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   exceptions: >-
#     Services that present no advertisements. The text speaks of very large online platforms and not of search engines.
package dsa.art39.art39_2_f

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: Declared commercial communications are missing
# custom:
#   words: [commercial communications published, identified pursuant to Article 26]
#   remediation: >-
#     Enter what recipients declare as commercial communication into the repository as well.
breach contains "commercial_communications" if {
	"commercial_communications" in input.advertising.ad_repository_items_missing
}

breach contains "commercial_communications" if {
	input.advertising.declared_commercial_items_in_repository_count < input.advertising.declared_commercial_items_count
}
