# METADATA
# scope: package
# title: Orders of the Digital Services Coordinator are complied with
# description: >-
#   The provider keeps commitments that the Digital Services Coordinator has made binding and follows its orders to
#   end an infringement, its remedies and its interim measures, or those of a court at its request.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_51
# custom:
#   id: dsa.art51.2
#   article: 51(2)
#   kind: procedural
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct, art52_4_5pct_daily]
#   supervised_by: dsc
#   recitals: [114, 115, 116]
#   judgement_terms: []
#   interpretation: >-
#     Periodic payments under Art. 52(4) are named for orders to end an infringement and for investigative orders
#     only; for commitments and interim measures national law decides.
package dsa.art51.art51_2

# METADATA
# title: An order or binding commitment was not complied with
# custom:
#   words:
#     - make those commitments binding
#     - order the cessation of infringements
#     - impose remedies
#     - adopt interim measures
#   remediation: >-
#     Do what the order or commitment demands and prove it to the Coordinator.
breach contains "not_complied" if {
	input.supervision.dsc_orders_complied_count < input.supervision.dsc_orders_count
}
