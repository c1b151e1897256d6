# METADATA
# scope: package
# title: The assessment analyses the data practices of the provider
# description: >-
#   The assessment takes into account whether and how the data-related practices of the provider influence the
#   systemic risks.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.2.e
#   article: 34(2)(e)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [84]
#   interpretation: >-
#     The factor has to be analysed for every risk in the assessment.
#   presupposes: dsa.art34.1
package dsa.art34.art34_2_e

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The influence of data practices on the risks was not analysed
# custom:
#   words: data related practices
#   remediation: >-
#     Analyse, for each risk, what the collection and use of data contribute to it.
breach contains "data_practices" if input.risk_assessment.risk_factor_data_practices_analysed == false
