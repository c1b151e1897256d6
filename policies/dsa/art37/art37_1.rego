# METADATA
# scope: package
# title: Compliance is audited independently at least once a year
# description: >-
#   At its own expense and at least once a year, the provider has an independent organisation audit whether the
#   service keeps all obligations of Chapter III.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
# custom:
#   id: dsa.art37.1
#   article: 37(1)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: [at least once a year]
#   interpretation: >-
#     The Regulation does not say from when the first year runs or when within a year the report must be there.
#     Counted from the day on which Section 5 began to apply, as the Commission did for the services designated first;
#     the time between the end of a period and its report is a parameter. While no first audit is due, nothing is
#     judged.
#   remediation: >-
#     Have the overdue audit carried out at once at your own expense, over all obligations of Chapter III that bind
#     the service, and agree dates with the auditor that keep the periods within a year of each other.
package dsa.art37.art37_1

import data.law
import data.parameters

# METADATA
# title: An audit has been completed
concerned if input.audit.audit_performed

# METADATA
# title: The day by which a first audit is due has passed
concerned if first_audit_due_on < input.assessment.date

# METADATA
# title: No audit has been completed although the first is overdue
breach contains "none" if {
	input.audit.audit_performed == false
	first_audit_due_on < input.assessment.date
}

# METADATA
# title: The first audited period ended too late
breach contains "first_late" if {
	input.audit.audit_previous_performed == false
	input.audit.audit_last_period_end > first_audit_due_on
}

# METADATA
# title: More than a year lies between the ends of the last two audited periods
breach contains "gap" if {
	input.audit.audit_previous_performed
	input.audit.audit_last_period_end > yearly(input.audit.audit_previous_period_end)
}

# METADATA
# title: The next audit is overdue
breach contains "overdue" if {
	report_due_on := dates.add_months(
		yearly(input.audit.audit_last_period_end),
		parameters.months_audited_period_to_report_max,
	)
	report_due_on < input.assessment.date
}

# METADATA
# title: The audit left out obligations that bind the service
breach contains "obligations_left_out" if input.audit.audit_obligations_left_out_count > 0

# METADATA
# title: The provider did not bear the cost of the audit
breach contains "not_paid" if input.audit.audit_paid_by_provider == false

yearly(day) := dates.add_months(day, law.audit_interval_months)

first_audit_due_on := dates.add_months(
	dates.add_months(input.service.designation_notified_on, law.section5_lead_months),
	parameters.months_section5_to_first_audit_max,
)
