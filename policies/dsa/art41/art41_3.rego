# METADATA
# scope: package
# title: Compliance officers have the tasks that the law gives them
# description: >-
#   Compliance officers cooperate with the authorities, see that the risks of Art. 34 are identified, reported and
#   mitigated, organise and supervise the audit, inform and advise management and staff, monitor compliance with the
#   Regulation and, where there are any, with commitments under codes of conduct and crisis protocols.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_41
# custom:
#   id: dsa.art41.3
#   article: 41(3)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   exceptions: >-
#     Point (f) only where the provider has made commitments under Arts 45, 46 or 48.
#   remediation: >-
#     Assign the missing tasks to the officers in writing, with the powers that they need.
package dsa.art41.art41_3

# METADATA
# title: The compliance officers do not have the task to cooperate with the authorities
breach contains "cooperation" if not assigned("a")

# METADATA
# title: The compliance officers do not have the task to see that risks are identified and mitigated
breach contains "risks" if not assigned("b")

# METADATA
# title: The compliance officers do not have the task to organise and supervise the audit
breach contains "audit" if not assigned("c")

# METADATA
# title: The compliance officers do not have the task to inform and advise management and staff
breach contains "advice" if not assigned("d")

# METADATA
# title: The compliance officers do not have the task to monitor compliance with the Regulation
breach contains "monitoring" if not assigned("e")

# METADATA
# title: The compliance officers do not have the task to monitor commitments under codes and crisis protocols
breach contains "commitments" if {
	input.compliance_function.compliance_commitments_made
	not assigned("f")
}

assigned(point) if point in input.compliance_function.compliance_tasks_assigned
