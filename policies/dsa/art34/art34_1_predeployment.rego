# METADATA
# scope: package
# title: Critical functionalities are assessed before they are deployed
# description: >-
#   Before a functionality is deployed that is likely to have a critical impact on the systemic risks, those risks
#   are assessed.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.1.predeployment
#   article: 34(1)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [79, 80, 81, 82, 83, 84, 85, 90]
#   judgement_terms: [critical impact]
#   interpretation: >-
#     Whether an impact is likely to be critical is left to the facts: only launches for which that is
#     established are counted. The paragraph asks for no written method of screening, so that its absence is no
#     breach.
package dsa.art34.art34_1_predeployment

# METADATA
# title: A critical functionality was deployed without a prior assessment
# custom:
#   words: [prior to deploying functionalities, critical impact on the risks]
#   remediation: >-
#     Withdraw the functionality or hold it back until its risks are assessed, and put an assessment before every
#     launch of that kind.
breach contains "unassessed" if {
	input.risk_assessment.critical_launches_assessed_before_count < input.risk_assessment.critical_launches_count
}

# METADATA
# title: Nothing in writing says by what method critical launches are recognised
speaks_against contains "no_method" if input.risk_assessment.critical_launch_screening_method_documented == false
