# METADATA
# scope: package
# title: The recipient learns of an order for information about it
# description: >-
#   At the latest when it gives effect to the order, or when the authority says, the provider tells the recipient
#   concerned of the order and of its effect, with reasons and redress.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_10
# custom:
#   id: dsa.art10.5
#   article: 10(5)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [31, 32, 33, 34, 35, 37, 39]
#   judgement_terms: []
#   exceptions: >-
#     The authority may set another time, and national rules of procedure may forbid disclosure (Art. 10(5) and (6)).
package dsa.art10.art10_5

import data.dsa.arithmetic

# METADATA
# title: Recipients were not told in time of orders for information about them
# custom:
#   words: [at the latest when effect is given, inform the recipient of the service concerned]
#   remediation: >-
#     Tell the recipients concerned, and make the message part of carrying out an order.
breach contains "not_informed" if {
	arithmetic.left_out(
		input.orders.information_orders_recipient_informed_on_time_count,
		input.orders.information_orders_nondisclosure_count,
		input.orders.information_orders_executed_count,
	)
}

# METADATA
# title: Recipients were not told reasons and redress in time
# custom:
#   words: [statement of reasons, possibilities for redress]
#   remediation: >-
#     Put the reasons and the redress that exists into the message.
breach contains "incomplete" if {
	arithmetic.left_out(
		input.orders.information_orders_recipient_notice_complete_count,
		input.orders.information_orders_nondisclosure_count,
		input.orders.information_orders_executed_count,
	)
}
