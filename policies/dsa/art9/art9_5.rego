# METADATA
# scope: package
# title: The recipient learns of an order against its content
# description: >-
#   At the latest when it acts on the order, or when the authority says, the provider tells the recipient concerned of
#   the order and of its effect, with reasons, redress and territorial scope.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_9
# custom:
#   id: dsa.art9.5
#   article: 9(5)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [31, 32, 33, 35, 36, 39]
#   judgement_terms: []
#   exceptions: >-
#     The authority may set another time, and national rules of procedure may forbid disclosure (Art. 9(5) and (6)).
package dsa.art9.art9_5

import data.dsa.arithmetic

# METADATA
# title: Recipients were not told in time of orders against their content
# custom:
#   words: [at the latest when effect is given, inform the recipient of the service concerned]
#   remediation: >-
#     Tell the recipients concerned, and make the message part of carrying out an order.
breach contains "not_informed" if {
	arithmetic.left_out(
		input.orders.illegal_content_orders_recipient_informed_on_time_count,
		input.orders.illegal_content_orders_nondisclosure_count,
		input.orders.illegal_content_orders_executed_count,
	)
}

# METADATA
# title: Recipients were not told reasons, redress and territorial scope in time
# custom:
#   words: [statement of reasons, possibilities for redress, territorial scope of the order]
#   remediation: >-
#     Put the reasons, the redress that exists and the territorial scope of the order into the message.
breach contains "incomplete" if {
	arithmetic.left_out(
		input.orders.illegal_content_orders_recipient_notice_complete_count,
		input.orders.illegal_content_orders_nondisclosure_count,
		input.orders.illegal_content_orders_executed_count,
	)
}
