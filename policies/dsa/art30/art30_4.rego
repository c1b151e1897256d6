# METADATA
# scope: package
# title: Refused and suspended traders can complain
# description: >-
#   A trader that is refused or suspended under this article has the right to lodge a complaint as Arts 20 and 21
#   provide.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_30
# custom:
#   id: dsa.art30.4
#   article: 30(4)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: []
#   exceptions: >-
#     Art. 4 of Regulation (EU) 2019/1150 on restriction and termination towards business users remains as it is.
package dsa.art30.art30_4

# METADATA
# title: Refused or suspended traders cannot use the internal complaint system
# custom:
#   words: right to lodge a complaint
#   remediation: >-
#     Open the internal complaint system to refused and suspended traders, and tell them so.
breach contains "no_complaint" if input.marketplace.complaint_open_to_refused_traders == false

# METADATA
# title: Refused or suspended traders cannot use out-of-court dispute settlement
# custom:
#   words: Articles 20 and 21
#   remediation: >-
#     Engage with out-of-court bodies in the disputes of refused and suspended traders, and tell the traders so.
breach contains "no_dispute_settlement" if input.marketplace.ods_open_to_refused_traders == false
