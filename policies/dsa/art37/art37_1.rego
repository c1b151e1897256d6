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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: [at least once a year]
#   interpretation: >-
#     The Regulation does not say from when the first year runs or when within a year the report must be there.
#     Counted from the day on which Section 5 began to apply, as the Commission did for the services designated first;
#     the first audit is completed when its report is received. For later audits the time between the end of a year
#     and the report is a parameter. While no first audit is due, nothing is judged. What came too late stays a breach
#     that has ended until the next audit came in time.
#   catalogue: >-
#     The catalogue counts twelve months between the ends of the audited periods and looks at no other day, so that a
#     first report that comes a year late would pass. By default each yearly cycle needs an audit; twelve months are
#     the rival reading.
package dsa.art37.art37_1

import data.dsa.periods
import data.dsa.scope
import data.dsa.yearly
import data.parameters

# METADATA
# title: An audit has been completed
concerned if input.audit.audit_performed

# METADATA
# title: The day by which a first audit is due has passed
concerned if first_audit_missed(input.assessment.date)

# METADATA
# title: No audit has been completed although the first is overdue
# custom:
#   words: at least once a year
#   remediation: >-
#     Have the overdue audit carried out at once, over all obligations of Chapter III that bind the service.
breach contains "none" if {
	input.audit.audit_performed == false
	first_audit_missed(input.assessment.date)
}

# METADATA
# title: The first audit was completed too late
# custom:
#   words: at least once a year
#   remediation: >-
#     Agree dates with the auditor by which the next audit is completed in time.
#   ended_on: audit.audit_report_received_on
breach contains "first_late" if {
	input.audit.audit_previous_performed == false
	first_audit_missed(input.assessment.date)
	first_audit_missed(input.audit.audit_report_received_on)
}

breach contains "first_late" if {
	input.audit.audit_previous_performed == false
	first_audit_missed(input.audit.audit_last_period_end)
}

# METADATA
# title: The last audited period ended too long after the one before it
# custom:
#   words: at least once a year
#   remediation: >-
#     Agree periods with the auditor that leave no year without an audit.
#   ended_on: audit.audit_last_period_end
breach contains "gap" if {
	input.audit.audit_previous_performed
	yearly.missed(input.audit.audit_previous_period_end, input.audit.audit_last_period_end, 0)
}

# METADATA
# title: The last audit was completed too long after the audited period before it
# custom:
#   words: at least once a year
#   remediation: >-
#     Agree dates with the auditor by which the next audit is completed in time.
#   ended_on: audit.audit_report_received_on
breach contains "late" if {
	input.audit.audit_previous_performed
	report_missed(input.audit.audit_previous_period_end, input.assessment.date)
	report_missed(input.audit.audit_previous_period_end, input.audit.audit_report_received_on)
}

# METADATA
# title: The next audit is overdue
# custom:
#   words: at least once a year
#   remediation: >-
#     Have the overdue audit carried out at once, over all obligations of Chapter III that bind the service.
breach contains "overdue" if report_missed(input.audit.audit_last_period_end, input.assessment.date)

# One audit is not that of two years, because the first of them ended on a weekend or a holiday.
breach contains "overdue" if {
	input.audit.audit_previous_performed
	yearly.missed_after_moved_end(
		input.audit.audit_previous_period_end,
		input.audit.audit_last_period_end,
		input.assessment.date,
		parameters.months_audited_period_to_report_max,
	)
}

# METADATA
# title: The audit left out obligations that bind the service
# custom:
#   words: the obligations set out in Chapter III
#   remediation: >-
#     Have the obligations that were left out audited as well.
breach contains "obligations_left_out" if input.audit.audit_obligations_left_out_count > 0

# METADATA
# title: The provider did not bear the cost of the audit
# custom:
#   words: at their own expense
#   remediation: >-
#     Bear the whole cost of the audit.
breach contains "not_paid" if input.audit.audit_paid_by_provider == false

# METADATA
# title: The list of the audited obligations is empty
speaks_against contains "no_scope" if input.audit.audit_scope_obligations == []

first_audit_missed(day) if {
	periods.over(day, scope.section5_starts_on, parameters.months_section5_to_first_audit_max, "months")
}

report_missed(period_end, day) if {
	yearly.missed(period_end, day, parameters.months_audited_period_to_report_max)
}
