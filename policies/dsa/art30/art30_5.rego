# METADATA
# scope: package
# title: Information on traders is kept securely for six months after the contract and then deleted
# description: >-
#   The provider stores the information in a secure manner until six months after the end of the contract with the
#   trader, and deletes it then.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_30
# custom:
#   id: dsa.art30.5
#   article: 30(5)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: []
#   exceptions: >-
#     Records that another law, such as that on taxes, obliges or allows the provider to keep longer.
#   catalogue: >-
#     The catalogue counts every record kept beyond six months, whatever other law wants it kept.
package dsa.art30.art30_5

# METADATA
# title: Information on traders is not stored securely
# custom:
#   words: secure manner
#   remediation: >-
#     Secure the store against access by those who need not see it.
breach contains "insecure" if input.marketplace.trader_records_security_controls == false

# METADATA
# title: Information on traders is kept longer than six months after the contract
# custom:
#   words: [six months after the end, subsequently delete]
#   remediation: >-
#     Delete what is overdue, and tie deletion to the end of the contract.
breach contains "kept" if input.marketplace.trader_records_overdue_deletion_count > 0

# METADATA
# title: Information on traders was deleted before six months had passed
# custom:
#   words: for a period of six months
#   remediation: >-
#     Tie deletion to the end of the sixth month after the contract, so that nothing goes sooner.
breach contains "deleted_early" if input.marketplace.trader_records_deleted_early_count > 0
