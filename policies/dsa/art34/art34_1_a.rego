# METADATA
# scope: package
# title: The assessment covers the dissemination of illegal content
# description: >-
#   The assessment includes the spread of illegal content through the service.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.1.a
#   article: 34(1)(a)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [80]
#   interpretation: >-
#     Recital 80 names child sexual abuse material, hate speech and prohibited goods as examples. Whether one of
#     them had to be covered depends on the service, and is part of the fact that decides.
#   presupposes: dsa.art34.1
#   catalogue: >-
#     The catalogue asks for the category also where there is no assessment at all; that breaches Art. 34(1) itself
#     is not asked again here.
package dsa.art34.art34_1_a

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The assessment does not cover the spread of illegal content
# custom:
#   words: dissemination of illegal content
#   remediation: >-
#     Assess how illegal content spreads through the service, with evidence and a rating for each kind that occurs
#     there.
breach contains "left_out" if input.risk_assessment.risk_illegal_content_assessed == false

# METADATA
# title: Child sexual abuse material is not dealt with as a risk of its own
speaks_against contains "no_csam" if input.risk_assessment.risk_csam_assessed == false

# METADATA
# title: Illegal hate speech is not dealt with as a risk of its own
speaks_against contains "no_hate_speech" if input.risk_assessment.risk_hate_speech_assessed == false

# METADATA
# title: Prohibited goods and services are not dealt with as a risk of their own
speaks_against contains "no_illegal_products" if input.risk_assessment.risk_illegal_products_assessed == false
