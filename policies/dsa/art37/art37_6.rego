# METADATA
# scope: package
# title: The provider takes due account of the recommendations of the audit
# description: >-
#   A provider whose audit report is not positive takes due account of the operational recommendations, with a view to
#   implementing them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
# custom:
#   id: dsa.art37.6
#   article: 37(6)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art37.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: [due account]
#   exceptions: >-
#     Only where the audit report is not positive. The provider may turn a recommendation down for reasons.
#   interpretation: >-
#     Due account has no figure. A recommendation counts as taken into account if it was taken up with an owner, a
#     status and a date, or turned down after consideration; its success is not part of it.
package dsa.art37.art37_6

# METADATA
# title: An audit has been completed
presupposed if input.audit.audit_performed

# METADATA
# title: Of some recommendations the provider has taken no account
# custom:
#   words: [take due account of, operational recommendations addressed to them]
#   remediation: >-
#     Give every open recommendation an owner, a status and a date, or turn it down with reasons.
breach contains "disregarded" if {
	input.audit.audit_recommendations_tracked_count < input.audit.audit_recommendations_count
}
