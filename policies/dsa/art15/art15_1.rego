# METADATA
# scope: package
# title: A clear report on content moderation is published at least once a year
# description: >-
#   The provider publishes at least once a year a clear and easily comprehensible report on its content moderation in
#   the period, in a machine-readable format and easily accessible.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_15
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
# custom:
#   id: dsa.art15.1
#   article: 15(1)
#   kind: duty
#   addressee: intermediary
#   exemption: art15_2
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [49]
#   judgement_terms: [easily accessible, "clear, easily comprehensible"]
#   exceptions: >-
#     Micro and small enterprises that are no very large online platforms, Art. 15(2), without a year of grace when
#     they grow. Designated services report every six months, Art. 42(1).
#   interpretation: >-
#     Once a year is read as once in each yearly period, published within the two months of Implementing Regulation
#     (EU) 2024/2835; the period that ran on 17 February 2025 ends on 31 December 2025 (its recital 9). The first year
#     is counted from 17 February 2024, from the first day of the service, or from the day on which the provider
#     outgrew Art. 15(2). A report that is published late ends this breach; that it was late stays a finding where
#     the text or the Implementing Regulation sets a day, under Arts 15(3) and 42(1).
#   remediation: >-
#     Publish the report that is due, openly, clearly and in a format that software can read.
package dsa.art15.art15_1

import data.law

# METADATA
# title: No report has ever been published, more than a year after the duty began
breach contains "never" if {
	input.transparency_reports.transparency_report_published == false
	year_over(law.general_application)
	year_over(input.service.offered_in_union_since)
	not grown_lately
}

# Art. 15(2) has no grace: whoever outgrows it has to report for the year that begins then.
grown_lately if {
	input.service.size_status_lost
	not year_over(input.service.size_status_lost_on)
}

year_over(day) if {
	last := dates.add_months(day, law.transparency_report_interval_months)
	dates.deadline(last, law.holidays_in_every_member_state) < input.assessment.date
}

# METADATA
# title: The report on the last period that is due has not been published
breach contains "overdue" if {
	input.transparency_reports.transparency_report_published
	next_report_overdue
}

next_report_overdue if {
	months := law.transparency_report_interval_months + law.transparency_publication_months
	due := dates.add_months(input.transparency_reports.transparency_report_last_period_end, months)
	dates.deadline(due, law.holidays_in_every_member_state) < input.assessment.date
}

# The cycle that runs in February 2025 ends with that year, whenever it began.
next_report_overdue if {
	last := law.transparency_first_harmonised_period_end
	input.transparency_reports.transparency_report_last_period_end < last
	due := dates.add_months(last, law.transparency_publication_months)
	dates.deadline(due, law.holidays_in_every_member_state) < input.assessment.date
}

# METADATA
# title: The report is not publicly available
breach contains "not_public" if {
	input.transparency_reports.transparency_report_published
	input.transparency_reports.transparency_report_public == false
}

# METADATA
# title: The report is not machine readable
breach contains "not_machine_readable" if {
	input.transparency_reports.transparency_report_published
	input.transparency_reports.transparency_report_machine_readable == false
}

# METADATA
# title: The report is not easily accessible
breach contains "hard_to_access" if {
	input.transparency_reports.transparency_report_published
	input.transparency_reports.transparency_report_easily_accessible == false
}

# METADATA
# title: The report is not clear and easily comprehensible
breach contains "unclear" if {
	input.transparency_reports.transparency_report_published
	input.transparency_reports.transparency_report_clear == false
}
