# METADATA
# scope: package
# title: The yearly supervisory fee is paid
# description: >-
#   The Commission charges the provider a yearly supervisory fee for each service for which it has been designated.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_43
# custom:
#   id: dsa.art43.1
#   article: 43(1)
#   kind: charge
#   addressee: vlop_vlose
#   start: early
#   penalty: [none]
#   supervised_by: commission
#   recitals: [101]
#   judgement_terms: []
#   exceptions: >-
#     The fee is a charge and not a rule of conduct, so that it is noted and not fined. Nothing is charged before a
#     service is designated. An annulled decision counts until it is replaced if the court maintained its effects, as in
#     T-55/24 (Meta) and T-58/24 (TikTok), 10 September 2025.
package dsa.art43.art43_1

# METADATA
# title: The service has been designated
concerned if input.service.designation_notified_on <= input.assessment.date

# METADATA
# title: The supervisory fee has not been paid in full by its day
# custom:
#   words: annual supervisory fee
noted contains "outstanding" if {
	input.supervision.supervisory_fee_due_on < input.assessment.date
	input.supervision.supervisory_fee_paid < input.supervision.supervisory_fee_due
}
