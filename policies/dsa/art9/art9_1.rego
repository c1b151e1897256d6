# METADATA
# scope: package
# title: The authority learns what became of its order against illegal content
# description: >-
#   After receiving a national order against specific illegal items, the provider tells the issuing authority, or
#   another that the order names, without undue delay whether and when it gave effect to the order.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_9
# custom:
#   id: dsa.art9.1
#   article: 9(1)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [31, 32, 33, 35, 36, 39]
#   judgement_terms: [without undue delay]
#   interpretation: >-
#     A median hides the orders that waited longest. Where more was measured, the slowest twentieth counts as well;
#     where only the median is known, it decides.
#   exceptions: >-
#     Only orders that meet the conditions of Art. 9(2) on content, language and territory; national rules of criminal
#     and civil procedure take precedence (Art. 9(6)).
package dsa.art9.art9_1

import data.dsa.arithmetic
import data.parameters

# METADATA
# title: Orders against illegal content were not answered
# custom:
#   words: [inform the authority issuing the order, any other authority specified]
#   remediation: >-
#     Answer every open order, and route orders so that none waits unanswered.
breach contains "no_reply" if {
	arithmetic.left_out(
		input.orders.illegal_content_orders_reply_sent_count,
		input.orders.illegal_content_orders_not_meeting_art9_2_count,
		input.orders.illegal_content_orders_received_count,
	)
}

# METADATA
# title: Authorities were not told whether and when effect was given to their orders
# custom:
#   words: specifying if and when effect was given
#   remediation: >-
#     State in each reply whether and when the order was given effect, and complete the replies that do not.
breach contains "no_effect_stated" if {
	arithmetic.left_out(
		input.orders.illegal_content_orders_reply_states_if_and_when_count,
		input.orders.illegal_content_orders_not_meeting_art9_2_count,
		input.orders.illegal_content_orders_received_count,
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
	input.orders.median_hours_order_to_authority_reply > parameters.median_hours_order_to_authority_reply_max
}

# METADATA
# title: One authority in twenty waits far too long for a reply
# custom:
#   words: without undue delay
#   remediation: >-
#     Find out which orders wait longest and why, and watch the age of the oldest open order.
breach contains "tail" if {
	input.orders.p95_hours_order_to_authority_reply_measured
	input.orders.p95_hours_order_to_authority_reply > parameters.p95_hours_order_to_authority_reply_max
}

# METADATA
# title: Of the time until the reply only the median is known, which hides the orders that waited longest
speaks_against contains "tail_not_measured" if {
	input.orders.illegal_content_orders_reply_sent_count > 0
	input.orders.p95_hours_order_to_authority_reply_measured == false
}
