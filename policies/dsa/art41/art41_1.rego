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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: ["sufficient authority, stature and resources"]
#   interpretation: >-
#     Where there is no function, that is the breach, and nothing is asked about its parts. Who its head is, how its
#     officers are qualified, what they do and whom the authorities know presuppose it, Art. 41(2) to (4).
package dsa.art41.art41_1

# METADATA
# title: There is no compliance function
# custom:
#   words: establish a compliance function
#   remediation: >-
#     Set up a compliance function outside the operational line, with officers, a head and a budget.
breach contains "none" if input.compliance_function.compliance_function_exists == false

# METADATA
# title: The compliance function is not independent from operational functions
# custom:
#   words: independent from their operational functions
#   remediation: >-
#     Take the function out of the operational line and its members out of conflicting tasks.
breach contains "dependent" if {
	function_exists
	input.compliance_function.compliance_function_independent == false
}

# METADATA
# title: No compliance officer has been appointed
# custom:
#   words: one or more compliance officers
#   remediation: >-
#     Appoint at least one compliance officer, the head included.
breach contains "no_officers" if {
	function_exists
	input.compliance_function.compliance_officers_count == 0
}

# METADATA
# title: The compliance function lacks authority, stature or resources
# custom:
#   words: sufficient authority, stature and resources
#   remediation: >-
#     Give the function the rank, the powers and the means that monitoring this service takes.
breach contains "weak" if {
	function_exists
	input.compliance_function.compliance_function_authority_sufficient == false
}

# METADATA
# title: The compliance function has no access to the management body
# custom:
#   words: access to the management body
#   remediation: >-
#     Open a way from the function to the management body that leads through nobody else.
breach contains "no_access" if {
	function_exists
	input.compliance_function.compliance_board_access == false
}

function_exists if input.compliance_function.compliance_function_exists

# METADATA
# title: Staff and budget of the compliance function are recorded nowhere
speaks_against contains "no_records" if {
	input.compliance_function.compliance_function_resources_documented == false
}
