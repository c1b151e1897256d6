# METADATA
# scope: package
# title: The repository records removed advertisements by their reasons
# description: >-
#   For an advertisement that was removed or disabled for alleged illegality or breach of the terms, the repository
#   leaves out its content, beneficiary and payer and holds instead the information of the statement of reasons or of
#   the order.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.3
#   article: 39(3)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art39.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   exceptions: >-
#     Services that present no advertisements, or have removed or disabled none that the repository has to hold.
package dsa.art39.art39_3

# METADATA
# title: The service presents advertisements and has removed or disabled some
concerned if {
	input.advertising.presents_advertisements
	input.advertising.ads_were_removed
}

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: Removed advertisements are not recorded as the paragraph says
# custom:
#   words: [shall not include the information, shall include]
#   remediation: >-
#     Take content, beneficiary and payer of removed advertisements out of the repository and record the reasons or the
#     order instead.
breach contains "removed_wrongly_recorded" if {
	input.advertising.removed_ads_correctly_recorded_count < input.advertising.removed_ads_count
}
