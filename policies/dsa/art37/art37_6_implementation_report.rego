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
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: [within one month]
#   exceptions: >-
#     Only where the audit report is not positive.
#   interpretation: >-
#     A month that would end on a Saturday or Sunday ends on the next working day, Regulation 1182/71 Art. 3(4). While
#     it runs and there is no report yet, nothing is judged. A report without opinion is not a positive one.
#   remediation: >-
#     Adopt the implementation report at once and give reasons, and any alternative measures, for every recommendation
#     that is not implemented.
package dsa.art37.art37_6_implementation_report

import data.law
import data.parameters

# METADATA
# title: The audit report is not positive and the month is over
concerned if {
	not_positive
	due_on < input.assessment.date
}

# METADATA
# title: The audit report is not positive and an implementation report has been adopted
concerned if {
	not_positive
	input.audit.audit_implementation_report_adopted
}

not_positive if input.audit.audit_overall_opinion in {"positive_with_comments", "negative", "no_opinion", "other"}

# METADATA
# title: No implementation report was adopted within a month
breach contains "late" if {
	due_on < input.assessment.date
	not adopted_in_time
}

# METADATA
# title: The implementation report does not justify why a recommendation is not implemented
breach contains "unjustified" if {
	input.audit.audit_recommendations_rejected_count > 0
	input.audit.audit_rejections_justified_count < input.audit.audit_recommendations_rejected_count
}

adopted_in_time if {
	input.audit.audit_implementation_report_adopted
	input.audit.audit_implementation_report_adopted_on <= due_on
}

due_on := dates.deadline(
	dates.add_months(input.audit.audit_recommendations_received_on, law.audit_implementation_report_months),
	parameters.audit_implementation_report_holidays,
)
