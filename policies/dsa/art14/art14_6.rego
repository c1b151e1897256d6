# METADATA
# scope: package
# title: Very large services publish their terms in the official languages of the States they serve
# description: >-
#   A very large online platform or search engine publishes its terms in the official languages of all Member States
#   in which it offers its services.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_14
# custom:
#   id: dsa.art14.6
#   article: 14(6)
#   kind: duty
#   addressee: vlop_vlose
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [48]
#   judgement_terms: []
#   interpretation: >-
#     The text names very large online platforms and search engines but stands outside Section 5, so that Art. 33(6)
#     does not govern it. The duty is taken to bind from the later of the notification and the day on which the
#     Regulation applies to the service; the rival counts from that day alone. It ends when the provider is told that
#     the designation has ended. Languages that are official in a Member State but not in the institutions of the Union,
#     Luxembourgish and Turkish, count in the rival reading only; regional languages in neither.
package dsa.art14.art14_6

import data.law
import data.readings

# METADATA
# title: The terms are missing in an official language of a Member State in which the service is offered
# custom:
#   words: [official languages, all the Member States]
#   remediation: >-
#     Publish the full terms in the official languages that are missing.
breach contains "languages" if {
	some state in input.service.states_service_offered
	some language in law.official_languages[state]
	not language in input.terms.terms_languages
}

breach contains "languages" if {
	readings.terms_languages == "of_the_state"
	some state in input.service.states_service_offered
	some language in law.official_languages_of_states_alone[state]
	not language in input.terms.terms_languages
}
