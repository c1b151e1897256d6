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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: [best efforts]
#   exceptions: >-
#     No excessive or costly fact-finding, no checks on the spot beyond proportion, and no guarantee that the
#     information is accurate.
#   interpretation: >-
#     Best efforts are no guarantee: the share of new traders that have to be checked first is a parameter. That best
#     efforts to assess include acting on the result is one too, new_traders_admitted_despite_failed_check_max.
#   catalogue: >-
#     The catalogue tolerates no new trader without a check, as if the result were owed and not the effort.
package dsa.art30.art30_2

import data.parameters

# METADATA
# title: Too many traders were let in before their information was checked
# custom:
#   words: [prior to allowing the trader, best efforts to assess]
#   remediation: >-
#     Check the information of every new trader against official sources or documents before letting it in, and keep a
#     record.
breach contains "unchecked" if {
	needed := input.marketplace.new_traders_count * parameters.new_traders_verified_percent_min
	input.marketplace.new_traders_verified_before_activation_count * 100 < needed
}

# METADATA
# title: The checks fall short of best efforts
# custom:
#   words: [official online database, documents from reliable sources, best efforts to assess]
#   remediation: >-
#     Check against the official sources that are freely accessible, or ask for documents from reliable ones, instead
#     of checking for form only.
breach contains "inadequate" if input.marketplace.trader_verification_found_inadequate

# METADATA
# title: Traders were let in although the check had failed
# custom:
#   words: reliable and complete
#   remediation: >-
#     Suspend the traders who were let in although their information had failed the check, and turn away those who
#     fail from now on.
breach contains "check_ignored" if {
	admitted := input.marketplace.new_traders_admitted_despite_failed_check_count
	admitted > parameters.new_traders_admitted_despite_failed_check_max
}

# METADATA
# title: No official source or document was used for the checks
speaks_against contains "no_source" if {
	input.marketplace.new_traders_count > 0
	count(input.marketplace.trader_verification_sources) == 0
}

# METADATA
# title: A sample found wrong data of traders that had been let in
speaks_against contains "wrong_data" if input.marketplace.traders_sampled_inaccurate_count > 0
