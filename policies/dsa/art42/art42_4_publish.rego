# METADATA
# scope: package
# title: Risk and audit reports are published within three months of the audit report
# description: >-
#   The report on the risk assessment, the mitigation measures, the audit report, the audit implementation report
#   and the information on consultations are published at the latest three months after each audit report was
#   received.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_42
# custom:
#   id: dsa.art42.4.publish
#   article: 42(4)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   exceptions: >-
#     There is an audit implementation report only where the audit report is not positive, and information on
#     consultations only where some were held. An audit that was not carried out falls under Art. 37(1).
#   interpretation: >-
#     Three months that would end on a weekend, or on a day that is a holiday in every Member State, end on the
#     next working day.
#   remediation: >-
#     Publish the documents that are missing.
package dsa.art42.art42_4_publish

import data.law

# METADATA
# title: The provider has received an audit report
concerned if input.audit.audit_report_received

# METADATA
# title: The report on the risk assessment was not published in time
breach contains "risk_report" if {
	after_deadline(input.assessment.date)
	"a" in input.audit.risk_audit_items_existing
	risk_report_late
}

risk_report_late if input.audit.risk_report_published == false

risk_report_late if {
	input.audit.risk_report_published
	after_deadline(input.audit.risk_report_published_on)
}

# METADATA
# title: The mitigation measures were not published in time
breach contains "mitigation_report" if {
	after_deadline(input.assessment.date)
	"b" in input.audit.risk_audit_items_existing
	mitigation_report_late
}

mitigation_report_late if input.audit.mitigation_report_published == false

mitigation_report_late if {
	input.audit.mitigation_report_published
	after_deadline(input.audit.mitigation_report_published_on)
}

# METADATA
# title: The audit report was not published in time
breach contains "audit_report" if {
	after_deadline(input.assessment.date)
	"c" in input.audit.risk_audit_items_existing
	audit_report_late
}

audit_report_late if input.audit.audit_report_published == false

audit_report_late if {
	input.audit.audit_report_published
	after_deadline(input.audit.audit_report_published_on)
}

# METADATA
# title: The audit implementation report was not published in time
breach contains "audit_implementation_report" if {
	after_deadline(input.assessment.date)
	"d" in input.audit.risk_audit_items_existing
	audit_implementation_report_late
}

audit_implementation_report_late if input.audit.audit_implementation_report_published == false

audit_implementation_report_late if {
	input.audit.audit_implementation_report_published
	after_deadline(input.audit.audit_implementation_report_published_on)
}

# METADATA
# title: The information on consultations was not published in time
breach contains "consultation_information" if {
	after_deadline(input.assessment.date)
	"e" in input.audit.risk_audit_items_existing
	consultation_information_late
}

consultation_information_late if input.audit.consultation_information_published == false

consultation_information_late if {
	input.audit.consultation_information_published
	after_deadline(input.audit.consultation_information_published_on)
}

after_deadline(day) if {
	three_months_on := dates.add_months(input.audit.audit_report_received_on, law.risk_audit_publication_months)
	dates.deadline(three_months_on, law.holidays_in_every_member_state) < day
}
