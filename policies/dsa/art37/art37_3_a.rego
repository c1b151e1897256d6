# METADATA
# scope: package
# title: The auditor is independent and free of conflicts of interest
# description: >-
#   The auditing organisation does not depend on the provider or legal persons connected to it and has no conflict of
#   interest with them. In particular it sold them no other services on the matters audited in the year before and
#   will not in the year after, has not audited them for more than ten years in a row, and takes no fee that depends
#   on the result.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art37.3.a
#   article: 37(3)(a)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art37.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: []
package dsa.art37.art37_3_a

import data.law

# METADATA
# title: An auditing organisation has begun its procedures
presupposed if input.audit.audit_procedures_started

# METADATA
# title: The auditor depends on the provider or has a conflict of interest
# custom:
#   words: [are independent from, any conflicts of interest]
#   remediation: >-
#     Have the audit done by another organisation, or end the tie that makes this one dependent and have repeated
#     what it did under it.
breach contains "conflict" if input.audit.auditor_conflict_found

# METADATA
# title: The auditor gave the provider other services on the audited matters in the year before
# custom:
#   words: non-audit services related to the matters audited
#   remediation: >-
#     Have the audit done by an organisation that gave neither the provider nor legal persons connected to it such
#     services in the year before.
breach contains "services_before" if input.audit.auditor_nonaudit_services_last_12_months

# METADATA
# title: The auditor has not committed itself to give no such services in the year after
# custom:
#   words: committed to not providing them
#   remediation: >-
#     Have the auditor commit itself to give no such services in the year after the audit, or choose another.
breach contains "services_after" if input.audit.auditor_nonaudit_services_commitment_next_12_months == false

# METADATA
# title: The auditor has audited the provider for too many years in a row
# custom:
#   words: longer than 10 consecutive years
#   remediation: >-
#     Have the audit done by another organisation.
breach contains "too_long" if input.audit.auditor_consecutive_years > law.auditor_consecutive_years_max

# METADATA
# title: The fee of the auditor depends on the result
# custom:
#   words: fees which are contingent on the result
#   remediation: >-
#     Agree a fee that does not depend on the result, and have repeated what was audited for the other.
breach contains "contingent_fee" if input.audit.auditor_fee_contingent
