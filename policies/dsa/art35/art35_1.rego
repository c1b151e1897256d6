# METADATA
# scope: package
# title: Systemic risks are mitigated by reasonable, proportionate and effective measures
# description: >-
#   The provider puts reasonable, proportionate and effective measures in place that are tailored to the systemic
#   risks identified, with particular regard to what the measures do to fundamental rights.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_35
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art35.1
#   article: 35(1)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [86, 87, 88, 89]
#   judgement_terms: [reasonable, proportionate, effective, tailored]
#   exceptions: >-
#     The options of points (a) to (k) are examples to choose from where they are applicable; leaving one out is
#     no breach by itself.
#   interpretation: >-
#     A risk that has materialised counts although the assessment did not name it: who fails to identify a risk
#     is not freed from mitigating it. Numbers of removals are output and prove no effect. The facts on which Art.
#     28(1) turns play no part here.
#   catalogue: >-
#     The catalogue took measures that nobody compared before and after for a breach. Art. 14 of Delegated Regulation
#     2024/436 orders that comparison of the auditor, not of the provider; that it is missing speaks against the
#     measures and decides nothing.
package dsa.art35.art35_1

import data.parameters

# METADATA
# title: A risk that was identified is met by no measure tailored to it
# custom:
#   words: [put in place, tailored to the specific systemic risks identified]
#   remediation: >-
#     Put a measure in place that is tailored to each risk which has none.
breach contains "unmitigated" if {
	input.risk_mitigation.risks_with_mitigation_count < input.risk_mitigation.risks_identified_count
}

# METADATA
# title: A risk is left without reasonable, proportionate and effective mitigation
# custom:
#   words: [reasonable, proportionate, effective]
#   remediation: >-
#     Put a measure that works in place for each risk that is left open, and measure its effect.
breach contains "ineffective" if input.risk_mitigation.risks_materialised_without_effective_mitigation_count > 0

# METADATA
# title: A measure on which the mitigation depends is shown not to work
# custom:
#   words: effective
#   remediation: >-
#     Replace or repair the measures that evidence refutes, and measure whether the new ones work.
breach contains "contradicted" if input.risk_mitigation.mitigations_contradicted_by_evidence_count > 0

# METADATA
# title: The effect of the measures on fundamental rights was not considered
# custom:
#   words: impacts of such measures on fundamental rights
#   remediation: >-
#     Consider, and keep on record, what each measure does to fundamental rights, the freedom of expression among them,
#     and change what weighs on them more than it helps.
breach contains "rights" if input.risk_mitigation.mitigation_rights_impact_documented == false

# METADATA
# title: For too many measures nobody has measured whether they work
speaks_against contains "unmeasured" if {
	required := input.risk_mitigation.mitigations_applied_count * parameters.mitigations_tested_before_after_percent_min
	input.risk_mitigation.mitigations_tested_before_after_count * 100 < required
}

# METADATA
# title: The risk was no smaller after the measure that matters most
speaks_against contains "no_effect" if input.risk_mitigation.mitigation_effect_before_after >= 0

# METADATA
# title: The provider itself rates the risk that remains as high
speaks_against contains "residual_high" if input.risk_mitigation.residual_risk_rating == "high"

# METADATA
# title: Features that lead to compulsive use are neither tamed nor off by default
speaks_against contains "addictive_features" if {
	input.risk_mitigation.addictive_features_count > input.risk_mitigation.addictive_features_mitigated_count
	input.risk_mitigation.mitigation_addictive_features_off_by_default == false
}

# METADATA
# title: Illegal content can be reached through a warning or is suggested
speaks_against contains "illegal_content_open" if input.recommendation.illegal_content_search_warning_passable

speaks_against contains "illegal_content_open" if input.recommendation.recommender_suggests_illegal_accounts

# METADATA
# title: An authority examines whether further strands of the risks are mitigated
speaks_against contains "under_examination" if {
	some _ in input.risk_mitigation.risk_strands_under_examination
}
