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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   presupposes: dsa.art37.1
#   exceptions: >-
#     An audit implementation report is due where the audit report is not positive, and information on consultations
#     where some were held. An audit that was not carried out falls under Art. 37(1).
#   interpretation: >-
#     Points (a) to (c) are due after every audit, whether or not somebody wrote the report: who never wrote it has
#     not published it. The three months do not end on a weekend or a holiday of the State concerned (Regulation
#     1182/71). What came late ends the breach and is remembered until the facts are about the next audit report.
#   catalogue: >-
#     The catalogue asks for the documents that exist; points (a) to (c) are due without that condition.
package dsa.art42.art42_4_publish

import data.dsa.audits
import data.dsa.periods
import data.law

# METADATA
# title: The provider has received an audit report
presupposed if input.audit.audit_report_received

# METADATA
# title: The report on the risk assessment has not been published although the three months have run
# custom:
#   words: [make publicly available, at the latest three months after, report setting out the results]
#   remediation: >-
#     Publish the report on the results of the risk assessment.
breach contains "risk_report" if {
	three_months_over(input.assessment.date)
	risk_report_not_yet_published
}

risk_report_not_yet_published if input.audit.risk_report_published == false

risk_report_not_yet_published if {
	input.audit.risk_report_published
	input.audit.risk_report_published_on > input.assessment.date
}

# METADATA
# title: The report on the risk assessment was published too late
# custom:
#   words: [at the latest three months after, report setting out the results]
#   remediation: >-
#     The delay has ended with the publication; fix the day of publication when the audit begins.
#   ended_on: audit.risk_report_published_on
breach contains "risk_report_late" if {
	three_months_over(input.assessment.date)
	input.audit.risk_report_published
	three_months_over(input.audit.risk_report_published_on)
	input.audit.risk_report_published_on <= input.assessment.date
}

# METADATA
# title: The mitigation measures have not been published although the three months have run
# custom:
#   words: [make publicly available, at the latest three months after, specific mitigation measures]
#   remediation: >-
#     Publish the mitigation measures.
breach contains "mitigation_report" if {
	three_months_over(input.assessment.date)
	mitigation_report_not_yet_published
}

mitigation_report_not_yet_published if input.audit.mitigation_report_published == false

mitigation_report_not_yet_published if {
	input.audit.mitigation_report_published
	input.audit.mitigation_report_published_on > input.assessment.date
}

# METADATA
# title: The mitigation measures were published too late
# custom:
#   words: [at the latest three months after, specific mitigation measures]
#   remediation: >-
#     The delay has ended with the publication; fix the day of publication when the audit begins.
#   ended_on: audit.mitigation_report_published_on
breach contains "mitigation_report_late" if {
	three_months_over(input.assessment.date)
	input.audit.mitigation_report_published
	three_months_over(input.audit.mitigation_report_published_on)
	input.audit.mitigation_report_published_on <= input.assessment.date
}

# METADATA
# title: The audit report has not been published although the three months have run
# custom:
#   words: [make publicly available, at the latest three months after, audit report provided for]
#   remediation: >-
#     Publish the audit report.
breach contains "audit_report" if {
	three_months_over(input.assessment.date)
	audit_report_not_yet_published
}

audit_report_not_yet_published if input.audit.audit_report_published == false

audit_report_not_yet_published if {
	input.audit.audit_report_published
	input.audit.audit_report_published_on > input.assessment.date
}

# METADATA
# title: The audit report was published too late
# custom:
#   words: [at the latest three months after, audit report provided for]
#   remediation: >-
#     The delay has ended with the publication; fix the day of publication when the audit begins.
#   ended_on: audit.audit_report_published_on
breach contains "audit_report_late" if {
	three_months_over(input.assessment.date)
	input.audit.audit_report_published
	three_months_over(input.audit.audit_report_published_on)
	input.audit.audit_report_published_on <= input.assessment.date
}

# METADATA
# title: The audit implementation report has not been published although the three months have run
# custom:
#   words: [make publicly available, at the latest three months after, audit implementation report]
#   remediation: >-
#     Publish the audit implementation report.
breach contains "audit_implementation_report" if {
	three_months_over(input.assessment.date)
	implementation_report_due
	audit_implementation_report_not_yet_published
}

audit_implementation_report_not_yet_published if input.audit.audit_implementation_report_published == false

audit_implementation_report_not_yet_published if {
	input.audit.audit_implementation_report_published
	input.audit.audit_implementation_report_published_on > input.assessment.date
}

# METADATA
# title: The audit implementation report was published too late
# custom:
#   words: [at the latest three months after, audit implementation report]
#   remediation: >-
#     The delay has ended with the publication; fix the day of publication when the audit begins.
#   ended_on: audit.audit_implementation_report_published_on
breach contains "audit_implementation_report_late" if {
	three_months_over(input.assessment.date)
	implementation_report_due
	input.audit.audit_implementation_report_published
	three_months_over(input.audit.audit_implementation_report_published_on)
	input.audit.audit_implementation_report_published_on <= input.assessment.date
}

# METADATA
# title: The information on consultations has not been published although the three months have run
# custom:
#   words: [make publicly available, at the latest three months after, information about the consultations]
#   remediation: >-
#     Publish the information on consultations.
breach contains "consultation_information" if {
	three_months_over(input.assessment.date)
	consultations_held
	consultation_information_not_yet_published
}

consultation_information_not_yet_published if input.audit.consultation_information_published == false

consultation_information_not_yet_published if {
	input.audit.consultation_information_published
	input.audit.consultation_information_published_on > input.assessment.date
}

# METADATA
# title: The information on consultations was published too late
# custom:
#   words: [at the latest three months after, information about the consultations]
#   remediation: >-
#     The delay has ended with the publication; fix the day of publication when the audit begins.
#   ended_on: audit.consultation_information_published_on
breach contains "consultation_information_late" if {
	three_months_over(input.assessment.date)
	consultations_held
	input.audit.consultation_information_published
	three_months_over(input.audit.consultation_information_published_on)
	input.audit.consultation_information_published_on <= input.assessment.date
}

implementation_report_due if audits.not_positive

# Where there is an implementation report, the audit report was not positive.
implementation_report_due if "d" in input.audit.risk_audit_items_existing

consultations_held if "e" in input.audit.risk_audit_items_existing

three_months_over(day) if {
	periods.over(day, input.audit.audit_report_received_on, law.risk_audit_publication_months, "months")
}
