# METADATA
# scope: package
# title: The legal representative has mandate, powers and resources
# description: >-
#   The provider mandates its legal representative so that Member State authorities, the Commission and the Board can
#   turn to it on receipt of, compliance with and enforcement of decisions, and gives it the powers and resources that
#   it needs to cooperate.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_13
# custom:
#   id: dsa.art13.2
#   article: 13(2)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [44]
#   judgement_terms: [sufficient resources]
#   exceptions: >-
#     Providers with an establishment in the Union.
#   presupposes: dsa.art13.1
package dsa.art13.art13_2

# METADATA
# title: The provider has no establishment in the Union
concerned if input.service.established_in_eu == false

# METADATA
# title: There is a legal representative
presupposed if input.contact_points.legal_representative_designated

# METADATA
# title: The mandate does not cover receipt, compliance and enforcement
# custom:
#   words: [in addition to or instead of, "receipt of, compliance with and enforcement of decisions"]
#   remediation: >-
#     Widen the mandate so that authorities can turn to the representative on receipt, compliance and enforcement.
breach contains "mandate" if input.contact_points.legal_representative_mandate_covers_enforcement == false

# METADATA
# title: The legal representative lacks the necessary powers
# custom:
#   words: necessary powers
#   remediation: >-
#     Give the representative the power to cooperate in time and to comply with decisions.
breach contains "powers" if input.contact_points.legal_representative_has_powers == false

# METADATA
# title: The legal representative lacks sufficient resources
# custom:
#   words: sufficient resources
#   remediation: >-
#     Give the representative the means to cooperate in time and to comply with decisions.
breach contains "resources" if input.contact_points.legal_representative_has_resources == false
