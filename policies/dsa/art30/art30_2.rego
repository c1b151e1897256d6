# METADATA
# scope: package
# title: The information of traders is checked before they are let in
# description: >-
#   When it has the information and before it lets the trader in, the provider makes best efforts to assess, against
#   freely accessible official online sources or by asking for documents from reliable sources, whether it is reliable
#   and complete.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_30
# custom:
#   id: dsa.art30.2
#   article: 30(2)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: [best efforts]
#   exceptions: >-
#     No excessive or costly fact-finding, no checks on the spot beyond proportion, and no guarantee that the
#     information is accurate.
#   interpretation: >-
#     That best efforts to assess include acting on the result is a reading; the parameter
#     new_traders_admitted_despite_failed_check_max holds it.
#   remediation: >-
#     Check the information of every new trader against official sources or documents first, keep a record, and turn
#     away those who fail.
package dsa.art30.art30_2

import data.parameters

# METADATA
# title: Traders were let in before their information was checked
breach contains "unchecked" if {
	input.marketplace.new_traders_verified_before_activation_count < input.marketplace.new_traders_count
}

# METADATA
# title: The checks fall short of best efforts
breach contains "inadequate" if input.marketplace.trader_verification_found_inadequate

# METADATA
# title: Traders were let in although the check had failed
breach contains "check_ignored" if {
	admitted := input.marketplace.new_traders_admitted_despite_failed_check_count
	admitted > parameters.new_traders_admitted_despite_failed_check_max
}
