# METADATA
# scope: package
# title: The repository shows the content, the product and the subject of an advertisement
# description: >-
#   For each advertisement the repository holds its content, including the name of the product, service or brand and the
#   subject matter.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_39
# custom:
#   id: dsa.art39.2.a
#   article: 39(2)(a)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art39.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [95]
#   exceptions: >-
#     Services that present no advertisements. Advertisements removed for alleged illegality or breach of the terms are
#     recorded as Art. 39(3) says.
package dsa.art39.art39_2_a

# METADATA
# title: The service presents advertisements
concerned if input.advertising.presents_advertisements

# METADATA
# title: There is a repository
presupposed if input.advertising.no_ad_repository == false

# METADATA
# title: The content of an advertisement is missing
# custom:
#   words: the content of the advertisement
#   remediation: >-
#     Show in every entry the content of the advertisement.
breach contains "content" if {
	"content" in input.advertising.ad_repository_items_missing
}

breach contains "content" if {
	input.advertising.ad_repository_with_content_count < input.advertising.ad_repository_sample_size
}

# METADATA
# title: The product, service or brand of an advertisement is missing
# custom:
#   words: "name of the product, service or brand"
#   remediation: >-
#     Name in every entry the product, service or brand.
breach contains "product_or_brand" if {
	"product_or_brand" in input.advertising.ad_repository_items_missing
}

breach contains "product_or_brand" if {
	input.advertising.ad_repository_with_product_or_brand_count < input.advertising.ad_repository_sample_size
}

# METADATA
# title: The subject matter of an advertisement is missing
# custom:
#   words: the subject matter of the advertisement
#   remediation: >-
#     Name in every entry the subject matter.
breach contains "subject" if {
	"subject" in input.advertising.ad_repository_items_missing
}

breach contains "subject" if {
	input.advertising.ad_repository_with_subject_count < input.advertising.ad_repository_sample_size
}
