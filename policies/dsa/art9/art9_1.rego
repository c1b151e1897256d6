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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [31, 32, 33, 35, 36, 39]
#   judgement_terms: [without undue delay]
#   exceptions: >-
#     Only orders that meet the conditions of Art. 9(2) on content, language and territory; national rules of criminal
#     and civil procedure take precedence (Art. 9(6)).
#   remediation: >-
#     Answer every open order with a statement whether and when it was given effect, and route orders so that none waits
#     unanswered.
package dsa.art9.art9_1

import data.dsa.arithmetic
import data.parameters

# METADATA
# title: Orders against illegal content were not answered
breach contains "no_reply" if {
	arithmetic.left_out(
		input.orders.illegal_content_orders_reply_sent_count,
		input.orders.illegal_content_orders_not_meeting_art9_2_count,
		input.orders.illegal_content_orders_received_count,
	)
}

# METADATA
# title: Authorities were not told whether and when effect was given to their orders
breach contains "no_effect_stated" if {
	arithmetic.left_out(
		input.orders.illegal_content_orders_reply_states_if_and_when_count,
		input.orders.illegal_content_orders_not_meeting_art9_2_count,
		input.orders.illegal_content_orders_received_count,
	)
}

# METADATA
# title: Half of the authorities wait too long for a reply
breach contains "late" if {
	input.orders.illegal_content_orders_received_count > 0
	input.orders.illegal_content_orders_reply_sent_count > 0
	input.orders.median_hours_order_to_authority_reply > parameters.median_hours_order_to_authority_reply_max
}
