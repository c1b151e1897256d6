# METADATA
# scope: package
# title: The head of compliance reports directly to the management body
# description: >-
#   The head of the compliance function reports directly to the management body and may raise concerns and warn it
#   where systemic risks or breaches of the Regulation affect, or may affect, the provider.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_41
# custom:
#   id: dsa.art41.2.reporting
#   article: 41(2)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   presupposes: dsa.art41.1
#   exceptions: >-
#     Only where there is a head; that there is none is a breach of the second subparagraph.
package dsa.art41.art41_2_reporting

# METADATA
# title: There is a compliance function
presupposed if input.compliance_function.compliance_function_exists

# METADATA
# title: The compliance function has a head
concerned if input.compliance_function.compliance_head_named

# METADATA
# title: The head of compliance does not report directly to the management body
# custom:
#   words: report directly to the management body
#   remediation: >-
#     Make the head answerable to the management body alone.
breach contains "indirect" if input.compliance_function.compliance_head_reports_to_board == false

# METADATA
# title: The head of compliance is not free to raise concerns with the management body
# custom:
#   words: may raise concerns and warn that body
#   remediation: >-
#     Give the head a right to be heard by the management body at any time, without anybody's consent.
breach contains "silenced" if input.compliance_function.compliance_head_may_warn_board == false

# METADATA
# title: The head of compliance made no report to the management body in twelve months
speaks_against contains "no_reports" if input.compliance_function.compliance_head_board_reports_count == 0
