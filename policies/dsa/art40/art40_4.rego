# METADATA
# scope: package
# title: Vetted researchers get access within the set period
# description: >-
#   On a reasoned request of the Digital Services Coordinator of establishment, the provider gives vetted researchers
#   access to data, within the reasonable period that the request sets, for research on systemic risks in the Union
#   and on the measures against them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_40
# custom:
#   id: dsa.art40.4
#   article: 40(4)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [96, 97, 98]
#   judgement_terms: []
#   exceptions: >-
#     While an amendment request on a ground of Art. 40(5) is open, or in mediation, the first period does not bind;
#     the decision on it sets content and time anew, Art. 40(6).
package dsa.art40.art40_4

# METADATA
# title: Vetted researchers did not get access by the day set, and no amendment is pending
# custom:
#   words: [within a reasonable period, access to data to vetted researchers]
#   remediation: >-
#     Give the researchers named in the request access to all the data that it covers, in the way that it sets out.
breach contains "no_access" if {
	not_met := input.data_access.vetted_requests_count - input.data_access.vetted_requests_met_on_time_count
	not_met > input.data_access.vetted_requests_amendment_pending_count
}
