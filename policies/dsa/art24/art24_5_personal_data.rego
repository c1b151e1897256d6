# METADATA
# scope: package
# title: Statements in the database hold no personal data
# description: >-
#   Platforms make sure that what they send to the database of the Commission holds no personal data.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_24
# custom:
#   id: dsa.art24.5.personal_data
#   article: 24(5)
#   kind: duty
#   addressee: online_platform
#   exemption: art19_1
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [66]
package dsa.art24.art24_5_personal_data

# METADATA
# title: Statements with personal data were sent to the database
# custom:
#   words: does not contain personal data
#   remediation: >-
#     Have the statements with personal data corrected or deleted, and take names and addresses out of what is sent.
breach contains "personal_data" if input.statements_of_reasons.sor_submissions_with_personal_data_count > 0
