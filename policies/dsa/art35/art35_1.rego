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
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [86, 87, 88, 89]
#   judgement_terms: [reasonable, proportionate, effective, tailored]
#   exceptions: >-
#     The options of points (a) to (k) are examples to choose from where they are applicable; leaving one out is
#     no breach by itself.
#   interpretation: >-
#     A risk that has materialised counts although the assessment did not name it: who fails to identify a risk
#     is not freed from mitigating it. The audit rules (Delegated Regulation 2024/436) compare the risk before
#     and after each measure; that a provider never made the comparison is counted against effectiveness beyond
#     the share given as parameter. Numbers of removals are output and prove no effect. The facts on which Art.
#     28(1) turns play no part here.
#   remediation: >-
#     Put a measure that works in place for each risk that is left open, replace measures that evidence refutes,
#     and measure the effect.
package dsa.art35.art35_1

import data.parameters

# METADATA
# title: A risk that was identified is met by no measure tailored to it
breach contains "unmitigated" if {
	input.risk_mitigation.risks_with_mitigation_count < input.risk_mitigation.risks_identified_count
}

# METADATA
# title: A risk is left without reasonable, proportionate and effective mitigation
breach contains "ineffective" if input.risk_mitigation.risks_materialised_without_effective_mitigation_count > 0

# METADATA
# title: A measure on which the mitigation depends is shown not to work
breach contains "contradicted" if input.risk_mitigation.mitigations_contradicted_by_evidence_count > 0

# METADATA
# title: The effect of the measures on fundamental rights was not considered
breach contains "rights" if input.risk_mitigation.mitigation_rights_impact_documented == false

# METADATA
# title: For too many measures nobody has measured whether they work
breach contains "unmeasured" if {
	required := input.risk_mitigation.mitigations_applied_count * parameters.mitigations_tested_before_after_percent_min
	input.risk_mitigation.mitigations_tested_before_after_count * 100 < required
}
