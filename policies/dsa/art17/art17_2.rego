# METADATA
# scope: package
# title: The statement of reasons comes with the restriction
# description: >-
#   The statement is due from the day on which the restriction is imposed at the latest, whatever the reason for it and
#   however it is imposed.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_17
# custom:
#   id: dsa.art17.2
#   article: 17(2)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [54, 55]
#   judgement_terms: []
#   exceptions: >-
#     Only where the host knows the recipient's electronic contact details; not for deceptive high-volume commercial
#     content (Art. 17(2)); not for orders under Art. 9 (Art. 17(5)).
#   interpretation: >-
#     A restriction for which no statement was ever sent is found here as well as under Art. 17(1): by the day of the
#     restriction there was none.
package dsa.art17.art17_2

# METADATA
# title: Restrictions took effect and no statement of reasons had been sent by then
# custom:
#   words: at the latest from the date
#   remediation: >-
#     Send the statement in the same step that imposes the restriction, or before it.
breach contains "not_in_time" if {
	in_time := input.statements_of_reasons.statements_sent_on_or_before_restriction_count
	in_time < input.statements_of_reasons.restrictions_in_scope_sor_count
}
