# METADATA
# scope: package
# title: The assessment covers civic discourse, elections and public security
# description: >-
#   The assessment includes actual and foreseeable negative effects on civic discourse, on electoral processes and
#   on public security.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.1.c
#   article: 34(1)(c)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [82]
#   interpretation: >-
#     A point is left out where the assessment does not deal with it; an assessment that examines it and finds
#     no negative effect does.
#   presupposes: dsa.art34.1
#   catalogue: >-
#     The catalogue asks for the category also where there is no assessment at all; that breaches Art. 34(1) itself
#     is not asked again here.
package dsa.art34.art34_1_c

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The assessment does not cover effects on civic discourse
# custom:
#   words: civic discourse
#   remediation: >-
#     Assess the effects of the service on civic discourse.
breach contains "civic_discourse" if input.risk_assessment.risk_civic_discourse_assessed == false

# METADATA
# title: The assessment does not cover effects on electoral processes
# custom:
#   words: electoral processes
#   remediation: >-
#     Assess the effects of the service on elections.
breach contains "elections" if input.risk_assessment.risk_electoral_assessed == false

# METADATA
# title: The assessment does not cover effects on public security
# custom:
#   words: public security
#   remediation: >-
#     Assess the effects of the service on public security.
breach contains "public_security" if input.risk_assessment.risk_public_security_assessed == false
