# METADATA
# scope: package
# title: Reports are filled in as the instructions to the templates say
# description: >-
#   Under the implementing act, the templates are filled in by the instructions of its second annex: whole numbers for
#   what is counted, hours for median times, shares between 0 and 1, days in one form, blanks where a row does not
#   apply, and files that programs can read.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_15
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
# custom:
#   id: dsa.art15.3.ir2024_2835.annex_ii
#   article: 15(3)
#   kind: duty
#   addressee: intermediary
#   exemption: art15_2
#   start: general
#   from: "2025-07-01"
#   penalty: [art52_3_or_74_1_6pct]
#   part_of: [dsa.art15.1, dsa.art24.1, dsa.art42.1, dsa.art42.2]
#   supervised_by: dsc_and_commission
#   recitals: [49]
#   exceptions: >-
#     Micro and small enterprises that are no very large online platforms, Art. 15(2), without a year of grace when they
#     grow. Where no report has been published, Art. 15(1) is breached and not its points. What was published on a time
#     for which none was owed need not meet them.
#   interpretation: >-
#     The rule stands in Art. 1(2) of the implementing act; a fine presupposes a breach of the Regulation itself, so
#     that a finding here belongs to Arts 15, 24(1) or 42 and adds no second sum. It binds reports whose period ends
#     on 31 December 2025 or later, as the templates do.
#   presupposes: dsa.art15.1
package dsa.art15.art15_3_ir2024_2835_annex_ii

import data.dsa.reports

# METADATA
# title: There is a published report, and it was owed
presupposed if {
	input.transparency_reports.transparency_report_published
	not reports.voluntary
}

# METADATA
# title: Cells or files of the report depart from the instructions
# custom:
#   words: content and other details of reports
#   remediation: >-
#     Publish a corrected version in which every cell has the form that the instructions ask for, and mark it as such.
breach contains "departs" if {
	reports.harmonised
	input.transparency_reports.transparency_report_annex_ii_departures_count > 0
}
