# METADATA
# scope: package
# title: The assessment covers gender-based violence, public health, minors and well-being
# description: >-
#   The assessment includes actual and foreseeable negative effects in relation to gender-based violence, the
#   protection of public health and of minors, and serious harm to physical and mental well-being.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.1.d
#   article: 34(1)(d)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [83]
#   exceptions: >-
#     Addictive design is named in recital 83 and not in the point.
#   interpretation: >-
#     A point is left out where the assessment does not deal with it; an assessment that examines it and finds
#     no negative effect does. Indicators of compulsive use that were left aside bear on the diligence of the
#     whole assessment.
#   presupposes: dsa.art34.1
#   catalogue: >-
#     The catalogue asks for the category also where there is no assessment at all; that breaches Art. 34(1) itself
#     is not asked again here.
package dsa.art34.art34_1_d

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The assessment does not cover gender-based violence
# custom:
#   words: gender-based violence
#   remediation: >-
#     Assess the effects of the service on gender-based violence.
breach contains "gender_violence" if input.risk_assessment.risk_gender_violence_assessed == false

# METADATA
# title: The assessment does not cover effects on public health
# custom:
#   words: protection of public health
#   remediation: >-
#     Assess the effects of the service on public health.
breach contains "public_health" if input.risk_assessment.risk_public_health_assessed == false

# METADATA
# title: The assessment does not cover effects on minors
# custom:
#   words: minors
#   remediation: >-
#     Assess the effects of the service on minors.
breach contains "minors" if input.risk_assessment.risk_minors_assessed == false

# METADATA
# title: The assessment does not cover serious harm to physical and mental well-being
# custom:
#   words: physical and mental well-being
#   remediation: >-
#     Assess the effects of the service on physical and mental well-being, compulsive use included.
breach contains "well_being" if input.risk_assessment.risk_wellbeing_assessed == false

# METADATA
# title: The assessment analyses no feature that can lead to compulsive use
speaks_against contains "no_addictive_features" if count(input.risk_assessment.risk_addictive_features_analysed) == 0

# METADATA
# title: The assessment uses no indicators of compulsive use
speaks_against contains "no_usage_indicators" if input.risk_assessment.risk_usage_intensity_indicators_used == false

# METADATA
# title: The assessment does not look at the use of the service by minors at night
speaks_against contains "no_night_use" if input.risk_assessment.risk_minor_night_use_analysed == false
