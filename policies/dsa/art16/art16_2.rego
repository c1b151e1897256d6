# METADATA
# scope: package
# title: The mechanism makes precise and substantiated notices easy
# description: >-
#   The mechanism is built so that notices can be precise and substantiated enough: it enables and eases notices that
#   hold the four elements of points (a) to (d).
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.2
#   article: 16(2)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: [facilitate, sufficiently precise]
#   interpretation: >-
#     The text asks the host to ease notices; a mandatory detail beyond the four elements, such as the provision
#     infringed or a proof of identity, is read as the opposite. The lack of a single element is found under its own
#     point, so that it is not counted twice.
#   presupposes: dsa.art16.1
package dsa.art16.art16_2

# METADATA
# title: There is a mechanism
presupposed if input.reporting_pipeline.notice_mechanism_exists

# METADATA
# title: The mechanism does not make precise and substantiated notices easy
# custom:
#   words: sufficiently precise and adequately substantiated
#   remediation: >-
#     Say in the form what a good explanation holds, and let a notice name its item and its reasons without detours.
breach contains "hinders" if input.reporting_pipeline.notice_form_facilitates_precise_notices == false

# METADATA
# title: The mechanism demands details beyond the four elements before a notice can be sent
# custom:
#   words: enable and to facilitate
#   remediation: >-
#     Make every field beyond the four elements optional, legal citations and documents included.
breach contains "needless_demands" if {
	some _ in input.reporting_pipeline.notice_form_blocking_fields
}

# METADATA
# title: A notice can name one item only
speaks_against contains "single_item" if input.reporting_pipeline.notice_form_multi_item == false
