# METADATA
# scope: package
# title: Monitoring orders on databases, algorithms and documents are met
# description: >-
#   Where the Commission orders it to monitor compliance, the provider gives access to and explanations of its
#   databases and algorithms and keeps the documents that the order names.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_72
#   - https://eur-lex.europa.eu/eli/reg_impl/2023/1201/oj
# custom:
#   id: dsa.art72.1
#   article: 72(1)
#   kind: procedural
#   addressee: vlop_vlose
#   start: supervision
#   penalty: [art74_2_1pct]
#   supervised_by: commission
#   recitals: [143]
#   judgement_terms: []
#   exceptions: >-
#     Art. 76 does not name these orders, so that there are no periodic penalty payments for them.
package dsa.art72.art72_1

# METADATA
# title: An order for access to or explanations of databases and algorithms was not met
# custom:
#   words: "access to, and explanations relating to"
#   remediation: >-
#     Give the access and the explanations that are missing.
breach contains "not_met" if {
	input.supervision.monitoring_orders_met_count < input.supervision.monitoring_orders_count
}

# METADATA
# title: Documents that an order names were not kept
# custom:
#   words: retain all documents
#   remediation: >-
#     Secure the documents that still exist and tell the Commission which are lost.
breach contains "not_kept" if input.supervision.retention_breaches_count > 0
