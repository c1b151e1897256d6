# METADATA
# scope: package
# title: The management body gives time, involvement and resources to risk management
# description: >-
#   The management body devotes sufficient time to the measures of risk management, is actively involved in the
#   decisions on it, and ensures that adequate resources are allocated to managing the systemic risks.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_41
# custom:
#   id: dsa.art41.7
#   article: 41(7)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: [sufficient time, adequate resources]
package dsa.art41.art41_7

# METADATA
# title: The management body does not devote sufficient time to risk management
# custom:
#   words: devote sufficient time
#   remediation: >-
#     Give systemic risks a fixed place, and enough time, on the agenda of the management body.
breach contains "time" if input.compliance_function.board_risk_time_sufficient == false

# METADATA
# title: The management body is not actively involved in decisions on risk management
# custom:
#   words: actively involved in the decisions
#   remediation: >-
#     Reserve decisions on risk management to the management body, or have it take part in them.
breach contains "not_involved" if input.compliance_function.board_risk_involved == false

# METADATA
# title: The resources allocated to managing systemic risks are not adequate
# custom:
#   words: adequate resources are allocated
#   remediation: >-
#     Allocate the staff and money that managing the risks of the service takes.
breach contains "resources" if input.compliance_function.board_risk_resources_adequate == false

# METADATA
# title: Systemic risks were not once on the agenda of the management body in twelve months
speaks_against contains "never_on_agenda" if input.compliance_function.board_risk_items_per_year == 0

# METADATA
# title: No money is allocated to managing systemic risks
speaks_against contains "no_budget" if input.compliance_function.board_risk_budget == 0
