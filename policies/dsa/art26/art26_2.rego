# METADATA
# scope: package
# title: Recipients can declare commercial communications
# description: >-
#   The platform gives recipients a function to declare whether the content that they provide is or contains a
#   commercial communication.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_26
# custom:
#   id: dsa.art26.2
#   article: 26(2)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [68, 69]
#   interpretation: >-
#     The paragraph asks for a function for the content that recipients provide; a kind of place without it is read as
#     content for which there is none.
package dsa.art26.art26_2

# METADATA
# title: There is no function to declare commercial communications
# custom:
#   words: [functionality to declare, commercial communications]
#   remediation: >-
#     Offer the declaration wherever recipients can provide content.
breach contains "no_function" if input.advertising.commercial_declaration_function_exists == false

# METADATA
# title: The function is missing where some content is provided
# custom:
#   words: the content they provide
#   remediation: >-
#     Offer the declaration in the places that lack it.
breach contains "gaps" if {
	places := input.advertising.posting_surfaces_count
	input.advertising.posting_surfaces_with_commercial_declaration_count < places
}
