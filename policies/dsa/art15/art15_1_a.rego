# METADATA
# scope: package
# title: The report covers orders from authorities
# description: >-
#   The report gives the orders received from Member State authorities, Arts 9 and 10 included, by type of illegal
#   content and issuing Member State, and the median times to confirm receipt to the authority and to give effect.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_15
# custom:
#   id: dsa.art15.1.a
#   article: 15(1)(a)
#   kind: duty
#   addressee: intermediary
#   exemption: art15_2
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [49]
#   exceptions: >-
#     Micro and small enterprises that are no very large online platforms, Art. 15(2), without a year of grace when they
#     grow. Where no report has been published, Art. 15(1) is breached and not its points. What was published on a time
#     for which none was owed need not meet them.
#   interpretation: >-
#     Without orders there is nothing to sort and no time to give.
#   presupposes: dsa.art15.1
package dsa.art15.art15_1_a

import data.dsa.reports

# METADATA
# title: There is a published report, and it was owed
presupposed if {
	input.transparency_reports.transparency_report_published
	not reports.voluntary
}

# METADATA
# title: The report does not give the number of orders
# custom:
#   words: the number of orders received
#   remediation: >-
#     Add to the report the number of orders, a zero included.
breach contains "no_count" if input.transparency_reports.report_orders_count_given == false

# METADATA
# title: The report does not sort the orders by type of illegal content
# custom:
#   words: the type of illegal content concerned
#   remediation: >-
#     Add to the report the orders by type of illegal content.
breach contains "no_types" if {
	input.transparency_reports.report_orders_by_content_type == false
	not no_orders
}

# METADATA
# title: The report does not sort the orders by Member State
# custom:
#   words: the Member State issuing the order
#   remediation: >-
#     Add to the report the orders by the Member State that issued them.
breach contains "no_states" if {
	input.transparency_reports.report_orders_by_member_state == false
	not no_orders
}

# METADATA
# title: The report does not give the median time to inform the authority
# custom:
#   words: median time needed to inform the authority
#   remediation: >-
#     Add to the report the median time to confirm receipt to the authority.
breach contains "no_time_to_inform" if {
	input.transparency_reports.report_median_time_inform_authority_given == false
	not no_orders
}

# METADATA
# title: The report does not give the median time to give effect to an order
# custom:
#   words: to give effect to the order
#   remediation: >-
#     Add to the report the median time to give effect to an order.
breach contains "no_time_to_effect" if {
	input.transparency_reports.report_median_time_give_effect_given == false
	not no_orders
}

# METADATA
# title: The figures on orders do not agree with the records
# custom:
#   words: the number of orders received
#   remediation: >-
#     Correct the figures by the order records, and publish the corrected version as such.
breach contains "wrong" if input.transparency_reports.report_orders_match_logs == false

no_orders if input.transparency_reports.report_orders_count == 0
