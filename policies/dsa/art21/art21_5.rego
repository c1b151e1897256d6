# METADATA
# scope: package
# title: The platform bears the fees of disputes that it loses and claims no costs back
# description: >-
#   If the body decides for the recipient, the platform bears all its fees and reimburses the recipient's fees and
#   reasonable expenses. If it decides for the platform, the recipient need not reimburse it, save for manifest bad
#   faith.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_21
# custom:
#   id: dsa.art21.5
#   article: 21(5)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [59, 60]
#   judgement_terms: [reasonable expenses, manifestly in bad faith]
#   exceptions: >-
#     Recipients whom the body found manifestly in bad faith may have to reimburse the platform.
package dsa.art21.art21_5

# METADATA
# title: The platform did not bear the fees of disputes that it lost
# custom:
#   words: bear all the fees
#   remediation: >-
#     Pay the fees of the disputes that were decided for recipients.
breach contains "fees" if input.complaints.ods_fees_paid_count < input.complaints.ods_disputes_lost_count

# METADATA
# title: The platform did not reimburse recipients after disputes that it lost
# custom:
#   words: [reimburse, other reasonable expenses]
#   remediation: >-
#     Reimburse what recipients spent on the disputes that were decided for them.
breach contains "expenses" if {
	input.complaints.ods_expenses_reimbursed_count < input.complaints.ods_disputes_lost_count
}

# METADATA
# title: Recipients had to bear costs of the platform without manifest bad faith
# custom:
#   words: [not be required to reimburse, manifestly acted in bad faith]
#   remediation: >-
#     Give back what recipients were made to pay, and claim nothing where the body found no manifest bad faith.
breach contains "costs_recovered" if {
	input.complaints.ods_costs_recovered_from_users_without_bad_faith_count > 0
}
