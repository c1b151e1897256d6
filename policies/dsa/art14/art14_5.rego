# METADATA
# scope: package
# title: Very large services summarise their terms, remedies and redress included
# description: >-
#   A very large online platform or search engine gives recipients a concise, easily accessible and machine-readable
#   summary of its terms, with the remedies and means of redress, in clear and unambiguous language.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_14
# custom:
#   id: dsa.art14.5
#   article: 14(5)
#   kind: duty
#   addressee: vlop_vlose
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [48]
#   judgement_terms: [concise]
#   interpretation: >-
#     The text names very large online platforms and search engines but stands outside Section 5, so that Art. 33(6)
#     does not govern it. The duty is taken to bind from the later of the notification and the day on which the
#     Regulation applies to the service; the rival counts from that day alone. It ends when the provider is told that
#     the designation has ended. How many words are still concise is a judgement.
package dsa.art14.art14_5

import data.parameters

# METADATA
# title: There is no summary of the terms
# custom:
#   words: summary of the terms and conditions
#   remediation: >-
#     Publish a short summary beside the terms.
breach contains "no_summary" if input.terms.terms_summary_exists == false

# METADATA
# title: The summary is not concise
# custom:
#   words: concise
#   remediation: >-
#     Shorten the summary to what recipients need.
breach contains "too_long" if {
	input.terms.terms_summary_word_count > parameters.terms_summary_word_count_max
}

# METADATA
# title: The summary is not easily accessible
# custom:
#   words: easily-accessible
#   remediation: >-
#     Put the summary where recipients come across it.
breach contains "hard_to_access" if {
	input.terms.terms_summary_exists
	input.terms.terms_summary_easily_accessible == false
}

# METADATA
# title: The summary is not machine readable
# custom:
#   words: machine-readable
#   remediation: >-
#     Publish the summary in a format that software can read.
breach contains "not_machine_readable" if {
	input.terms.terms_summary_exists
	input.terms.terms_summary_machine_readable == false
}

# METADATA
# title: The summary does not name the remedies and the means of redress
# custom:
#   words: available remedies and redress mechanisms
#   remediation: >-
#     Name in the summary the remedies and the means of redress that are available.
breach contains "no_redress" if {
	input.terms.terms_summary_exists
	input.terms.terms_summary_lists_redress == false
}

# METADATA
# title: The summary is not written in clear and unambiguous language
# custom:
#   words: clear and unambiguous language
#   remediation: >-
#     Rewrite what can be misunderstood.
breach contains "language" if {
	input.terms.terms_summary_exists
	input.terms.terms_summary_clear_language == false
}
