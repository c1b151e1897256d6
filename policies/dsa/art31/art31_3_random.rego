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
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [74]
#   judgement_terms: [reasonable efforts]
#   exceptions: >-
#     Where no official database covers anything that is offered there is nothing to check. No general monitoring,
#     Art. 8. Removing what a check finds follows from Art. 6, telling the buyers from Art. 32.
#   catalogue: >-
#     The catalogue asks for checks also where no official database covers anything that is offered, and treats acting
#     on a hit as part of the paragraph.
package dsa.art31.art31_3_random

import data.parameters

# METADATA
# title: Offers are not checked at random against official databases
# custom:
#   words: randomly check
#   remediation: >-
#     Draw offers at random and compare them with the official databases that exist for them, regularly.
breach contains "no_checks" if input.marketplace.random_check_programme_exists == false

# METADATA
# title: Too few offers are checked at random
# custom:
#   words: reasonable efforts
#   remediation: >-
#     Draw more offers, so that the number of checks keeps up with that of the offers.
breach contains "too_few" if {
	input.marketplace.random_check_programme_exists
	input.marketplace.no_official_database_covers_offers == false
	needed := input.marketplace.listings_active_count * parameters.random_checks_per_thousand_listings_min
	input.marketplace.random_checks_count * 1000 < needed
}

# METADATA
# title: No official database is used although physical products are offered
speaks_against contains "no_database" if {
	input.marketplace.physical_products_offered
	no_database
}

no_database if input.marketplace.no_official_database_covers_offers

no_database if count(input.marketplace.random_check_databases) == 0

# METADATA
# title: Offers that a check found to be illegal were not removed or disabled
speaks_against contains "hits_left" if {
	input.marketplace.random_check_hits_acted_on_count < input.marketplace.random_check_hits_count
}

# METADATA
# title: Goods known to be illegal stayed on offer or came back
speaks_against contains "left_up" if input.marketplace.illegal_goods_left_up
