# METADATA
# scope: package
# title: Risk and audit reports are sent to the authorities without undue delay
# description: >-
#   The report on the risk assessment, the mitigation measures, the audit report, the audit implementation report
#   and the information on consultations are sent, when they are finished and without undue delay, to the Digital
#   Services Coordinator of establishment and to the Commission.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_42
# custom:
#   id: dsa.art42.4.transmit
#   article: 42(4)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   judgement_terms: [without undue delay]
#   exceptions: >-
#     There is an audit implementation report only where the audit report is not positive, and information on
#     consultations only where some were held. What does not exist cannot be sent: an assessment or audit that
#     was not carried out falls under Art. 34 or 37.
#   remediation: >-
#     Send the documents that are missing to both authorities and put the sending at the end of each process.
package dsa.art42.art42_4_transmit

import data.parameters

# METADATA
# title: A finished document was not sent to both authorities
breach contains "not_sent" if {
	some point in input.audit.risk_audit_items_existing
	not point in input.audit.risk_audit_items_transmitted
}

# METADATA
# title: A finished document lay too long before it was sent to both authorities
breach contains "delay" if {
	some _ in input.audit.risk_audit_items_existing
	input.audit.days_completion_to_transmission > parameters.days_completion_to_transmission_max
}
