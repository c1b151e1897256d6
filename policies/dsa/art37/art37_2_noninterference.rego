# METADATA
# scope: package
# title: The audit is not hampered, unduly influenced or undermined
# description: >-
#   The provider refrains from anything that hampers, unduly influences or undermines the performance of the audit.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
# custom:
#   id: dsa.art37.2.noninterference
#   article: 37(2)
#   kind: prohibition
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: []
package dsa.art37.art37_2_noninterference

# METADATA
# title: The provider hampered, unduly influenced or undermined the audit
# custom:
#   words: "hampering, unduly influencing or undermining"
#   remediation: >-
#     Stop the interference, withdraw what was demanded of the auditor, and have the affected parts of the audit
#     repeated.
breach contains "interference" if input.audit.audit_interference_reported_count > 0
