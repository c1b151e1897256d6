# METADATA
# scope: package
# title: The authority learns that its order for information arrived and what became of it
# description: >-
#   After receiving an order for information on specific recipients, the provider tells the issuing authority, or
#   another that the order names, without undue delay that it has received the order and whether and when it gave effect
#   to it.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_10
# custom:
#   id: dsa.art10.1
#   article: 10(1)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [31, 32, 33, 34, 35, 37, 39]
#   judgement_terms: [without undue delay]
#   interpretation: >-
#     A median hides the orders that waited longest. Where more was measured, the slowest twentieth counts as well;
#     where only the median is known, it decides.
#   exceptions: >-
#     Only orders that meet the conditions of Art. 10(2), which reach no further than data already collected and within
#     the provider's control; national rules of procedure take precedence (Art. 10(6)).
package dsa.art10.art10_1

import data.dsa.arithmetic
import data.parameters

# METADATA
# title: Receipt of orders for information was not confirmed
# custom:
#   words: [inform the authority issuing the order, any other authority specified, of its receipt]
#   remediation: >-
#     Confirm the receipt of every open order, and of each new one when it comes in.
breach contains "not_confirmed" if {
	arithmetic.left_out(
		input.orders.information_orders_receipt_confirmed_count,
		input.orders.information_orders_not_meeting_art10_2_count,
		input.orders.information_orders_received_count,
	)
}

# METADATA
# title: Authorities were not told whether and when effect was given to their orders
# custom:
#   words: specifying if and when effect was given
#   remediation: >-
#     Report on every open order whether and when it was given effect, and route orders so that none waits unanswered.
breach contains "no_effect_stated" if {
	arithmetic.left_out(
		input.orders.information_orders_effect_reported_count,
		input.orders.information_orders_not_meeting_art10_2_count,
		input.orders.information_orders_received_count,
	)
}

# METADATA
# title: Half of the authorities wait too long for a reply
# custom:
#   words: without undue delay
#   remediation: >-
#     Route orders to people who can answer them at once, and answer before an order is worked off where that takes
#     time.
breach contains "late" if {
	input.orders.median_hours_info_order_to_reply > parameters.median_hours_info_order_to_reply_max
}

# METADATA
# title: One authority in twenty waits far too long for a reply
# custom:
#   words: without undue delay
#   remediation: >-
#     Find out which orders wait longest and why, and watch the age of the oldest open order.
breach contains "tail" if {
	input.orders.p95_hours_info_order_to_reply_measured
	input.orders.p95_hours_info_order_to_reply > parameters.p95_hours_info_order_to_reply_max
}

# METADATA
# title: Of the time until the reply only the median is known, which hides the orders that waited longest
speaks_against contains "tail_not_measured" if {
	input.orders.information_orders_effect_reported_count > 0
	input.orders.p95_hours_info_order_to_reply_measured == false
}
