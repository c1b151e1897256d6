# METADATA
# scope: package
# title: The assessment analyses content moderation systems
# description: >-
#   The assessment takes into account whether and how the content moderation systems influence the systemic risks.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.2.b
#   article: 34(2)(b)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [84]
#   interpretation: >-
#     The factor has to be analysed for every risk in the assessment.
#   presupposes: dsa.art34.1
package dsa.art34.art34_2_b

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The influence of content moderation on the risks was not analysed
# custom:
#   words: content moderation systems
#   remediation: >-
#     Analyse, for each risk, what content moderation contributes to it, its gaps and failures included.
breach contains "moderation" if input.risk_assessment.risk_factor_moderation_analysed == false

# METADATA
# title: That notices can be lost or delayed on their way to review was not considered
speaks_against contains "lost_notices" if input.risk_assessment.notice_pipeline_failure_analysed == false
