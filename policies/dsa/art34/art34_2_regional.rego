# METADATA
# scope: package
# title: The assessment takes account of regional and linguistic aspects
# description: >-
#   The assessment takes account of regional and linguistic aspects, including where they are specific to a Member
#   State.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.2.regional
#   article: 34(2)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [84]
#   interpretation: >-
#     The paragraph fixes no list of languages or States, so the ones that the assessment looks at separately
#     are evidence only.
#   presupposes: dsa.art34.1
package dsa.art34.art34_2_regional

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: The assessment takes no account of regional or linguistic aspects
# custom:
#   words: specific regional or linguistic aspects
#   remediation: >-
#     Look at the risks by language and region, and say why where they are the same everywhere.
breach contains "uniform" if input.risk_assessment.risk_regional_linguistic_aspects_considered == false

# METADATA
# title: The risks were not looked at separately for any language
speaks_against contains "no_language" if count(input.risk_assessment.risk_languages_covered) == 0

# METADATA
# title: The risks were not looked at separately for any Member State
speaks_against contains "no_member_state" if count(input.risk_assessment.risk_member_states_covered) == 0
