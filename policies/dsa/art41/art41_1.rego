# METADATA
# scope: package
# title: There is an independent compliance function with authority, resources and access to the management
# description: >-
#   The provider sets up a compliance function that is independent from its operational functions, consists of one or
#   more compliance officers including its head, has sufficient authority, stature and resources, and has access to
#   the management body, to monitor compliance with the Regulation.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_41
# custom:
#   id: dsa.art41.1
#   article: 41(1)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: ["sufficient authority, stature and resources"]
#   remediation: >-
#     Set up the function outside the operational line, staff and fund it, and open its way to the management body.
package dsa.art41.art41_1

# METADATA
# title: There is no compliance function
breach contains "none" if input.compliance_function.compliance_function_exists == false

# METADATA
# title: The compliance function is not independent from operational functions
breach contains "dependent" if input.compliance_function.compliance_function_independent == false

# METADATA
# title: No compliance officer has been appointed
breach contains "no_officers" if input.compliance_function.compliance_officers_count == 0

# METADATA
# title: The compliance function lacks authority, stature or resources
breach contains "weak" if input.compliance_function.compliance_function_authority_sufficient == false

# METADATA
# title: The compliance function has no access to the management body
breach contains "no_access" if input.compliance_function.compliance_board_access == false
