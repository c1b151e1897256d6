# METADATA
# scope: package
# title: The auditor gets the cooperation, access and answers it needs
# description: >-
#   The provider gives the auditing organisation the help it needs for an effective, efficient and timely audit,
#   including access to all relevant data and premises and answers to its questions.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
# custom:
#   id: dsa.art37.2
#   article: 37(2)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art37.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: [effective, efficient and timely]
#   interpretation: >-
#     Whether a request was met in time is measured by the time agreed with the auditor.
package dsa.art37.art37_2

# METADATA
# title: An auditing organisation has begun its procedures
presupposed if input.audit.audit_procedures_started

# METADATA
# title: Requests of the auditor were not met fully and in time
# custom:
#   words: [cooperation and assistance, answering oral or written questions]
#   remediation: >-
#     Answer the open requests of the auditor, and agree times with it that you keep.
breach contains "requests_not_met" if input.audit.audit_requests_met_count < input.audit.audit_requests_count

# METADATA
# title: The auditor could not audit everything because of the provider
# custom:
#   words: access to all relevant data and premises
#   remediation: >-
#     Give the access that was refused, and let the auditor extend its procedures to what it could not examine.
breach contains "scope_limited" if input.audit.audit_scope_limitations_provider_count > 0
