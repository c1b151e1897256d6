# METADATA
# scope: package
# title: An implementation report follows the recommendations within a month
# description: >-
#   Within one month of receiving the recommendations of an audit report that is not positive, the provider adopts an
#   implementation report on its measures. For recommendations that it does not implement, it gives the reasons and
#   sets out the alternative measures that it has taken.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art37.6.implementation_report
#   article: 37(6)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art37.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: [within one month]
#   exceptions: >-
#     Only where the audit report is not positive.
#   interpretation: >-
#     While the month runs and there is no report yet, nothing is judged. A report without opinion is not a positive
#     one. A report that came after the month stays a breach that has ended until the next audit.
#   catalogue: >-
#     The catalogue counts a bare month. It ends on the next working day after a Saturday, a Sunday or a holiday,
#     Regulation 1182/71 Art. 3(4).
package dsa.art37.art37_6_implementation_report

import data.dsa.audits
import data.dsa.periods
import data.law

# METADATA
# title: An audit has been completed
presupposed if input.audit.audit_performed

# METADATA
# title: The audit report is not positive and the month is over
concerned if {
	audits.not_positive
	month_over_on(input.assessment.date)
}

# METADATA
# title: The audit report is not positive and an implementation report has been adopted
concerned if {
	audits.not_positive
	input.audit.audit_implementation_report_adopted
}

# METADATA
# title: No implementation report has been adopted although the month is over
# custom:
#   words: within one month
#   remediation: >-
#     Adopt the implementation report at once.
breach contains "never" if {
	input.audit.audit_implementation_report_adopted == false
	month_over_on(input.assessment.date)
}

# METADATA
# title: The implementation report was adopted after the month
# custom:
#   words: within one month
#   remediation: >-
#     Plan the implementation report so that it can be adopted within a month of the next recommendations.
#   ended_on: audit.audit_implementation_report_adopted_on
breach contains "late" if {
	month_over_on(input.assessment.date)
	month_over_on(input.audit.audit_implementation_report_adopted_on)
}

# METADATA
# title: The implementation report does not justify why a recommendation is not implemented
# custom:
#   words: [justify, set out any alternative measures]
#   remediation: >-
#     Give reasons in the implementation report, and any alternative measures, for every recommendation that is not
#     implemented.
breach contains "unjustified" if {
	input.audit.audit_rejections_justified_count < input.audit.audit_recommendations_rejected_count
}

month_over_on(day) if {
	start := input.audit.audit_recommendations_received_on
	periods.over(day, start, law.audit_implementation_report_months, "months")
}
