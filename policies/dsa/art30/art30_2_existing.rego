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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [72, 73]
#   judgement_terms: []
#   interpretation: >-
#     Within the twelve months nothing is found: whether best efforts were made shows at their end, when whoever gave
#     nothing has to be suspended.
#   remediation: >-
#     Suspend the traders of that time whose information is still incomplete until they have given it.
package dsa.art30.art30_2_existing

import data.law

# METADATA
# title: Traders from before the Regulation go on offering without having given their information
breach contains "still_active" if {
	input.marketplace.legacy_traders_incomplete_active_count > 0
	period_over
}

# The period runs to the end of its last day, Regulation 1182/71, Art. 3(2)(c).
period_over if {
	dates.add_months(law.general_application, law.legacy_traders_period_months) < input.assessment.date
}
