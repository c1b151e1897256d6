# METADATA
# scope: package
# title: Restrictions are enforced in a diligent, objective and proportionate manner
# description: >-
#   In applying and enforcing its restrictions the provider acts diligently, objectively and proportionately, with due
#   regard to the rights and legitimate interests of all involved, fundamental rights included.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_14
# custom:
#   id: dsa.art14.4
#   article: 14(4)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [45, 46, 47, 48]
#   judgement_terms: ["diligent, objective and proportionate"]
#   interpretation: >-
#     The share of complaints that succeed and a written assessment of fundamental rights are evidence and decide
#     nothing: many reversals can show a complaint system that works.
package dsa.art14.art14_4

import data.parameters

# METADATA
# title: Restrictions are enforced in a careless, arbitrary or disproportionate way
# custom:
#   words:
#     - "diligent, objective and proportionate manner"
#     - due regard to the rights
#     - fundamental rights of the recipients
#   remediation: >-
#     End the practice that was found careless or disproportionate, and correct the decisions it led to.
breach contains "disproportionate" if input.terms.moderation_enforcement_diligent_and_proportionate == false

# METADATA
# title: Too many moderation decisions do not stand up to review
# custom:
#   words: "diligent, objective and proportionate manner"
#   remediation: >-
#     Find out which rules and which reviewers or tools the wrong decisions come from, repair them, and review again.
breach contains "careless" if {
	limit := parameters.moderation_decision_quality_audit_accuracy_min
	input.terms.moderation_decision_quality_audit_accuracy < limit
}

# METADATA
# title: Whether a moderation decision is right depends too much on the language
# custom:
#   words: "diligent, objective and proportionate manner"
#   remediation: >-
#     Staff and train moderation in the languages that fall behind, and review samples by language until like cases are
#     treated alike.
breach contains "languages" if {
	limit := parameters.moderation_consistency_gap_by_language_max
	input.terms.moderation_consistency_gap_by_language > limit
}

# METADATA
# title: What the rules of moderation mean for fundamental rights was not assessed in writing
speaks_against contains "no_rights_assessment" if {
	input.terms.moderation_policy_rights_assessment_documented == false
}
