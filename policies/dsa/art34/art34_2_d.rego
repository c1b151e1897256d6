# METADATA
# scope: package
# title: The assessment analyses the systems for selecting and presenting advertisements
# description: >-
#   The assessment takes into account whether and how the systems for selecting and presenting advertisements
#   influence the systemic risks.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.2.d
#   article: 34(2)(d)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [84]
#   interpretation: >-
#     The factor has to be analysed for every risk in the assessment.
#   presupposes: dsa.art34.1
package dsa.art34.art34_2_d

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The influence of advertising systems on the risks was not analysed
# custom:
#   words: selecting and presenting advertisements
#   remediation: >-
#     Analyse, for each risk, what the choice and presentation of advertisements contribute to it.
breach contains "advertising" if input.risk_assessment.risk_factor_ads_analysed == false
