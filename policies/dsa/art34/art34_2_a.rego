# METADATA
# scope: package
# title: The assessment analyses recommender and other algorithmic systems
# description: >-
#   The assessment takes into account whether and how the design of the recommender systems and of any other
#   relevant algorithmic system influences the systemic risks.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.2.a
#   article: 34(2)(a)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [84]
#   interpretation: >-
#     The factor has to be analysed for every risk in the assessment. Features that promote content or goods,
#     such as affiliate programmes, are counted among the factors because the list of the paragraph is not
#     exhaustive; what is known of the Commission's decision on Temu of 28 May 2026 points the same way.
#   presupposes: dsa.art34.1
package dsa.art34.art34_2_a

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The influence of recommender and other algorithmic systems on the risks was not analysed
# custom:
#   words: [recommender systems, any other relevant algorithmic system]
#   remediation: >-
#     Analyse, for each risk, what recommendations and search contribute to it, and support that with tests.
breach contains "recommender" if input.risk_assessment.risk_factor_recommender_analysed == false

# METADATA
# title: The influence of features that promote content or goods on the risks was not analysed
# custom:
#   words: in particular
#   remediation: >-
#     Analyse, for each risk, what affiliates, influencers, rewards and other promotion contribute to it.
breach contains "promotion" if input.risk_assessment.risk_promotion_features_analysed == false
