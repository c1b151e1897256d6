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
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   remediation: >-
#     Send name and contact details of the head now in office to both authorities.
package dsa.art41.art41_4

# METADATA
# title: The Digital Services Coordinator was not told who heads the compliance function
breach contains "coordinator" if input.compliance_function.compliance_head_notified_to_dsc == false

# METADATA
# title: The Commission was not told who heads the compliance function
breach contains "commission" if input.compliance_function.compliance_head_notified_to_commission == false
