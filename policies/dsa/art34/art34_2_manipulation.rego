# METADATA
# scope: package
# title: The assessment analyses manipulation and amplification
# description: >-
#   The assessment analyses whether and how the risks are influenced by intentional manipulation of the service,
#   such as inauthentic use or automated exploitation, and by the amplification and rapid, wide spread of illegal
#   content and of content that breaks the terms.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.2.manipulation
#   article: 34(2)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [84]
#   interpretation: >-
#     Figures on manipulation, such as the share of fake accounts, are evidence of diligence and no condition.
#   presupposes: dsa.art34.1
package dsa.art34.art34_2_manipulation

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The influence of intentional manipulation on the risks was not analysed
# custom:
#   words: intentional manipulation
#   remediation: >-
#     Analyse how the service can be manipulated, by inauthentic use and by automation.
breach contains "manipulation" if input.risk_assessment.risk_manipulation_analysed == false

# METADATA
# title: The influence of amplification and rapid spread on the risks was not analysed
# custom:
#   words: [amplification, rapid and wide dissemination]
#   remediation: >-
#     Analyse how the service amplifies illegal content and content that breaks its terms.
breach contains "amplification" if input.risk_assessment.risk_amplification_analysed == false
