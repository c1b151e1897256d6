# METADATA
# scope: package
# title: Offers are checked at random against official databases
# description: >-
#   After traders have been let in, the provider makes reasonable efforts to check at random, in official, freely
#   accessible and machine-readable databases or interfaces, whether what they offer has been identified as illegal.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_31
# custom:
#   id: dsa.art31.3.random
#   article: 31(3)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [74]
#   judgement_terms: [reasonable efforts]
#   exceptions: >-
#     No general monitoring, Art. 8. Removing what a check finds follows from Art. 6, telling the buyers from Art. 32.
#   remediation: >-
#     Draw offers at random, compare them with the official databases that exist for them, and do so regularly.
package dsa.art31.art31_3_random

import data.parameters

# METADATA
# title: Offers are not checked at random against official databases
breach contains "no_checks" if input.marketplace.random_check_programme_exists == false

# METADATA
# title: Too few offers are checked at random
breach contains "too_few" if {
	input.marketplace.random_check_programme_exists
	needed := input.marketplace.listings_active_count * parameters.random_checks_per_thousand_listings_min
	input.marketplace.random_checks_count * 1000 < needed
}
