# METADATA
# scope: package
# title: Every conclusion that is not positive has a recommendation with a timeframe
# description: >-
#   Where the audit opinion is not positive, the report recommends operational measures to achieve compliance and a
#   timeframe for them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art37.4.h
#   article: 37(4)(h)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art37.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: []
#   exceptions: >-
#     Only where the opinion is not positive.
#   interpretation: >-
#     The paragraph speaks of recommendations of the report as a whole; each conclusion that is not positive is taken
#     to need one, because otherwise nothing says how that obligation would be complied with.
package dsa.art37.art37_4_h

# METADATA
# title: An audit has been completed
presupposed if input.audit.audit_performed

# METADATA
# title: A conclusion that is not positive has no recommendation with a timeframe
# custom:
#   words: [operational recommendations on specific measures, recommended timeframe]
#   remediation: >-
#     Have the auditor add operational recommendations with a timeframe for every conclusion that is not positive.
breach contains "no_recommendation" if {
	input.audit.audit_recommendations_with_timeframe_count < input.audit.audit_nonpositive_conclusions_count
}
