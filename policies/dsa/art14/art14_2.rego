# METADATA
# scope: package
# title: Recipients are informed of significant changes of the terms
# description: >-
#   The provider tells recipients of its service about every significant change of the terms and conditions.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_14
# custom:
#   id: dsa.art14.2
#   article: 14(2)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [45, 46, 47, 48]
#   judgement_terms: [significant change]
package dsa.art14.art14_2

# METADATA
# title: Recipients were not informed of significant changes of the terms
# custom:
#   words: [inform the recipients, any significant change]
#   remediation: >-
#     Inform recipients of the changes that were made in silence, and of the next ones when they are made.
breach contains "not_informed" if {
	input.terms.terms_significant_changes_notified_count < input.terms.terms_significant_changes_count
}
