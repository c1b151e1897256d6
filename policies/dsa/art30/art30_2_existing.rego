# METADATA
# scope: package
# title: Traders from before the Regulation gave their information within a year or were suspended
# description: >-
#   From traders that already used the marketplace on 17 February 2024 the provider makes best efforts to obtain the
#   information within twelve months; those that do not give it are suspended until they have given all of it.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_30
# custom:
#   id: dsa.art30.2.existing
#   article: 30(2)
#   kind: duty
#   addressee: marketplace
#   exemption: art29_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: []
#   interpretation: >-
#     Only to obtain the information is a matter of best efforts; to suspend those who did not give it within the twelve
#     months is owed without any tolerance. Whether best efforts were made shows at the end of that period, so that
#     nothing is found within it.
package dsa.art30.art30_2_existing

import data.dsa.periods
import data.law

# METADATA
# title: Traders from before the Regulation go on offering without having given their information
# custom:
#   words: [traders that are already using the services, within 12 months, suspend the provision of their services]
#   remediation: >-
#     Suspend the traders of that time whose information is still incomplete until they have given it.
breach contains "still_active" if {
	input.marketplace.legacy_traders_incomplete_active_count > 0
	period_over
}

period_over if {
	periods.over(input.assessment.date, law.general_application, law.legacy_traders_period_months, "months")
}
