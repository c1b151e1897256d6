# METADATA
# scope: package
# title: The authorities know the head of compliance
# description: >-
#   The provider communicates name and contact details of the head of the compliance function to the Digital Services
#   Coordinator of establishment and to the Commission.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_41
# custom:
#   id: dsa.art41.4
#   article: 41(4)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   presupposes: dsa.art41.1
#   exceptions: >-
#     Only where there is a head; that there is none is a breach of paragraph 2.
package dsa.art41.art41_4

# METADATA
# title: There is a compliance function
presupposed if input.compliance_function.compliance_function_exists

# METADATA
# title: The compliance function has a head
concerned if input.compliance_function.compliance_head_named

# METADATA
# title: The Digital Services Coordinator was not told who heads the compliance function
# custom:
#   words: [communicate the name and contact details, Digital Services Coordinator of establishment]
#   remediation: >-
#     Send name and contact details of the head now in office to the Digital Services Coordinator of establishment.
breach contains "coordinator" if input.compliance_function.compliance_head_notified_to_dsc == false

# METADATA
# title: The Commission was not told who heads the compliance function
# custom:
#   words: [communicate the name and contact details, the Commission]
#   remediation: >-
#     Send name and contact details of the head now in office to the Commission.
breach contains "commission" if input.compliance_function.compliance_head_notified_to_commission == false
