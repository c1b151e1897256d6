# METADATA
# scope: package
# title: The interface does not deceive, manipulate or distort free choice
# description: >-
#   A platform does not design, organise or operate its interface in a way that deceives or manipulates recipients or
#   that otherwise materially distorts or impairs their ability to decide freely and with the facts before them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_25
# custom:
#   id: dsa.art25.1
#   article: 25(1)
#   kind: prohibition
#   addressee: online_platform
#   exemption: art19_1
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [67]
#   judgement_terms: [deceives or manipulates, materially distorts]
#   exceptions: >-
#     Practices covered by Directive 2005/29/EC on unfair commercial practices or by the GDPR, Art. 25(2).
#   interpretation: >-
#     Intent is not asked for, the effect is enough (recital 67). Experiments and tests are evidence for a pattern, not
#     a condition of the prohibition. Badges, notice forms and complaint paths address recipients as users and not as
#     buyers, so Art. 25(2) is taken not to reach them; where it does for a badge, the fact about the badge is false.
#   remediation: >-
#     Replace each confirmed pattern by a neutral design: options of equal weight, no misleading signs, no needless
#     steps. A badge either stands for a check of identity that takes place or no longer looks like one.
package dsa.art25.art25_1

# METADATA
# title: Dark patterns are confirmed that neither consumer law nor data protection law covers
breach contains "dark_pattern" if {
	covered := input.interface_design.dark_patterns_under_consumer_or_data_law_count
	input.interface_design.dark_patterns_confirmed_count > covered
}

# METADATA
# title: A badge suggests that identities are checked, and they are not
breach contains "deceptive_badge" if {
	input.interface_design.account_badge_implies_identity_check
	input.interface_design.account_badge_identity_checked == false
}

# METADATA
# title: The form for notices confuses, misleads or wears down those who report
breach contains "notice_flow" if input.interface_design.notice_form_manipulative_steps_count > 0

breach contains "notice_flow" if input.reporting_pipeline.notice_mechanism_dark_patterns_found

# METADATA
# title: The path for complaints confuses, misleads or wears down those who complain
breach contains "complaint_flow" if input.interface_design.complaint_flow_manipulative_steps_count > 0
