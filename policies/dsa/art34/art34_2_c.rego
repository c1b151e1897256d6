# METADATA
# scope: package
# title: The assessment analyses the terms and conditions and their enforcement
# description: >-
#   The assessment takes into account whether and how the applicable terms and conditions and their enforcement
#   influence the systemic risks.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.2.c
#   article: 34(2)(c)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [84]
#   interpretation: >-
#     The factor has to be analysed for every risk in the assessment.
#   presupposes: dsa.art34.1
package dsa.art34.art34_2_c

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The influence of the terms and their enforcement on the risks was not analysed
# custom:
#   words: [applicable terms and conditions, their enforcement]
#   remediation: >-
#     Analyse, for each risk, what the terms and the way they are enforced contribute to it.
breach contains "terms" if input.risk_assessment.risk_factor_terms_analysed == false
