# METADATA
# scope: package
# title: A notice can say exactly where the item is
# description: >-
#   The notifier can give the exact electronic location of the item, such as its address, and whatever else identifies
#   it.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.2.b
#   article: 16(2)(b)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: []
#   interpretation: >-
#     A form that takes the location from the item to which it belongs enables the element as well as a field does.
#   presupposes: dsa.art16.1
package dsa.art16.art16_2_b

# METADATA
# title: There is a mechanism
presupposed if input.reporting_pipeline.notice_mechanism_exists

# METADATA
# title: A notice cannot say where exactly the item is
# custom:
#   words: exact electronic location
#   remediation: >-
#     Add a field for one or more addresses, or open the form from the item and carry its identifier along.
breach contains "no_location" if {
	input.reporting_pipeline.notice_form_location_field == false
	input.reporting_pipeline.notice_form_location_prefilled == false
}
