# METADATA
# scope: package
# title: The report describes the qualifications, languages and training of moderators
# description: >-
#   The report of a very large online platform states the qualifications and linguistic expertise of the persons
#   who moderate content, and the training and support that they are given.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_42
#   - https://eur-lex.europa.eu/eli/reg_impl/2024/2835/oj
# custom:
#   id: dsa.art42.2.b
#   article: 42(2)(b)
#   kind: duty
#   addressee: vlop_vlose
#   vlop_only: true
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [100]
#   presupposes: dsa.art42.1.first
package dsa.art42.art42_2_b

# METADATA
# title: A report has been published as a designated service
presupposed if input.transparency_reports.transparency_report_first_published

# METADATA
# title: The report does not state the qualifications of moderators
# custom:
#   words: qualifications
#   remediation: >-
#     State in the report which qualifications the moderators have.
breach contains "qualifications" if input.transparency_reports.report_moderator_qualifications == false

# METADATA
# title: The report does not state the linguistic expertise of moderators
# custom:
#   words: linguistic expertise
#   remediation: >-
#     State in the report which languages the moderators command, and how well.
breach contains "linguistic_expertise" if input.transparency_reports.report_moderator_linguistic_expertise == false

# METADATA
# title: The report does not describe the training and support of moderators
# custom:
#   words: training and support given to such staff
#   remediation: >-
#     Describe in the report how the moderators are trained and supported.
breach contains "training" if input.transparency_reports.report_moderator_training_described == false
