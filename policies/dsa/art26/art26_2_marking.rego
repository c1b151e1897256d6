# METADATA
# scope: package
# title: Declared commercial communications are recognisable
# description: >-
#   When a recipient has declared a commercial communication, the platform ensures that others can identify it as such
#   clearly, unambiguously and in real time, among other things by a prominent marking, as the declaration describes it.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_26
# custom:
#   id: dsa.art26.2.marking
#   article: 26(2)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [68, 69]
#   judgement_terms: [clear and unambiguous]
#   exceptions: >-
#     Content that nobody declared. That recipients fail to declare is no breach of the platform.
#   presupposes: dsa.art26.2
package dsa.art26.art26_2_marking

# METADATA
# title: Recipients can declare commercial communications
presupposed if input.advertising.commercial_declaration_function_exists

# METADATA
# title: Declared commercial communications are not recognisable to other recipients
# custom:
#   words:
#     - submits a declaration
#     - clear and unambiguous manner
#     - in real time
#     - prominent markings
#     - as described in the declaration
#   remediation: >-
#     Mark prominently everything that recipients have declared to be or contain commercial communication.
breach contains "unmarked" if {
	declared := input.advertising.declared_commercial_items_count
	input.advertising.declared_commercial_items_marked_count < declared
}
