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
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [99]
#   judgement_terms: []
#   presupposes: dsa.art41.1
#   exceptions: >-
#     Point (f) only where the provider has made commitments under Arts 45, 46 or 48.
package dsa.art41.art41_3

# METADATA
# title: There is a compliance function with at least one officer
presupposed if {
	input.compliance_function.compliance_function_exists
	officers_appointed
}

officers_appointed if input.compliance_function.compliance_officers_count > 0

# Who has been given a task has been appointed.
officers_appointed if some _ in input.compliance_function.compliance_tasks_assigned

# METADATA
# title: The compliance officers do not have the task to cooperate with the authorities
# custom:
#   words: cooperating with the Digital Services Coordinator
#   remediation: >-
#     Assign to the officers, in writing, to cooperate with the Coordinator and the Commission.
breach contains "cooperation" if not assigned("a")

# METADATA
# title: The compliance officers do not have the task to see that risks are identified and mitigated
# custom:
#   words: [all risks, identified and properly reported on, risk-mitigation measures are taken]
#   remediation: >-
#     Assign to the officers, in writing and with the powers it takes, to see that systemic risks are identified,
#     reported and mitigated.
breach contains "risks" if not assigned("b")

# METADATA
# title: The compliance officers do not have the task to organise and supervise the audit
# custom:
#   words: organising and supervising
#   remediation: >-
#     Assign to the officers, in writing, to organise and supervise what the provider does for the audit.
breach contains "audit" if not assigned("c")

# METADATA
# title: The compliance officers do not have the task to inform and advise management and staff
# custom:
#   words: informing and advising the management and employees
#   remediation: >-
#     Assign to the officers, in writing, to inform and advise management and staff on the duties of the provider.
breach contains "advice" if not assigned("d")

# METADATA
# title: The compliance officers do not have the task to monitor compliance with the Regulation
# custom:
#   words: monitoring the compliance
#   remediation: >-
#     Assign to the officers, in writing, to monitor whether the provider keeps the Regulation.
breach contains "monitoring" if not assigned("e")

# METADATA
# title: The compliance officers do not have the task to monitor commitments under codes and crisis protocols
# custom:
#   words: commitments made under the codes of conduct
#   remediation: >-
#     Assign to the officers, in writing, to monitor whether the provider keeps its commitments.
breach contains "commitments" if {
	input.compliance_function.compliance_commitments_made
	not assigned("f")
}

assigned(point) if point in input.compliance_function.compliance_tasks_assigned

# METADATA
# title: Records show nothing of a task that the compliance officers have
speaks_against contains "not_carried_out" if {
	some point in input.compliance_function.compliance_tasks_assigned
	not point in input.compliance_function.compliance_tasks_evidenced
}
