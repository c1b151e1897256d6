# METADATA
# scope: package
# title: Who is restricted gets a clear and specific statement of reasons
# description: >-
#   Recipients affected by a restriction on the ground that their information is illegal or against the terms get a
#   clear and specific statement of reasons: for limited visibility (removal, disabling, demotion), stopped payments, a
#   suspended or ended service and a suspended or closed account.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_17
# custom:
#   id: dsa.art17.1
#   article: 17(1)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [54, 55]
#   judgement_terms: [clear and specific]
#   exceptions: >-
#     Only where the host knows the recipient's electronic contact details; not for deceptive high-volume commercial
#     content (Art. 17(2)); not for orders under Art. 9 (Art. 17(5)).
#   interpretation: >-
#     A statement that came late counts as a statement here; whether later reasons cure the omission is disputed (the
#     Dutch judgment of July 2024 in Mekic v X is reported both ways). The delay is found under Art. 17(2) in either
#     case. A reply that gives no reason of its own is no statement. Demotions are looked at apart as well, because
#     figures on restrictions often leave them out.
package dsa.art17.art17_1

# METADATA
# title: Restrictions were imposed without a statement of reasons
# custom:
#   words: provide a clear and specific statement of reasons
#   remediation: >-
#     Send the missing statements to those who are still restricted, and tie the sending to every kind of restriction,
#     so that none can be imposed without one.
breach contains "no_statement" if {
	sent := input.statements_of_reasons.statements_of_reasons_sent_count
	sent < input.statements_of_reasons.restrictions_in_scope_sor_count
}

# METADATA
# title: Content or accounts were demoted without a statement of reasons
# custom:
#   words: demoting content
#   remediation: >-
#     Send the missing statements to those who are still demoted, and tie the sending to demotions in ranking, search
#     and suggestions.
breach contains "demoted_in_silence" if {
	sent := input.statements_of_reasons.demotions_sor_sent_count
	sent < input.statements_of_reasons.demotions_imposed_count
}
