# METADATA
# scope: package
# title: The repository holds no personal data of those who saw the advertisement
# description: >-
#   The repository contains no personal data of the recipients to whom the advertisement was or could have been
#   presented.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.1.personal_data
#   article: 39(1)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art39.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   exceptions: >-
#     Services that present no advertisements.
package dsa.art39.art39_1_personal_data

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: Entries of the repository hold personal data of recipients
# custom:
#   words: does not contain any personal data
#   remediation: >-
#     Remove the personal data of recipients from the entries and keep them out of new ones.
breach contains "personal_data" if {
	input.advertising.ad_repository_entries_with_recipient_personal_data_count > 0
}
