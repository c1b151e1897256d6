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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   judgement_terms: [without undue delay]
#   exceptions: >-
#     There is an audit implementation report only where the audit report is not positive, and information on
#     consultations only where some were held. What is not finished cannot be sent: an assessment or audit that was
#     not carried out falls under Art. 34 or 37.
#   interpretation: >-
#     The documents of points (a) to (c) have to be finished when they have to be published, three months after the
#     audit report was received. From then on they have to be sent, whether or not somebody wrote them.
package dsa.art42.art42_4_transmit

import data.dsa.periods
import data.law
import data.parameters

# METADATA
# title: A finished document was not sent to both authorities
# custom:
#   words: [transmit to the Digital Services Coordinator, the Commission, upon completion]
#   remediation: >-
#     Send the documents that are missing to both authorities.
breach contains "not_sent" if {
	some point in {"a", "b", "c", "d", "e"}
	finished(point)
	not point in input.audit.risk_audit_items_transmitted
}

finished(point) if point in input.audit.risk_audit_items_existing

finished(point) if {
	point in {"a", "b", "c"}
	publication_overdue
}

publication_overdue if {
	input.audit.audit_report_received
	received_on := input.audit.audit_report_received_on
	periods.over(input.assessment.date, received_on, law.risk_audit_publication_months, "months")
}

# METADATA
# title: A finished document lay too long before it was sent to both authorities
# custom:
#   words: without undue delay
#   remediation: >-
#     Put the sending at the end of the process in which each document is finished.
breach contains "delay" if {
	something_finished
	input.audit.days_completion_to_transmission > parameters.days_completion_to_transmission_max
}

something_finished if some _ in input.audit.risk_audit_items_existing

something_finished if publication_overdue
