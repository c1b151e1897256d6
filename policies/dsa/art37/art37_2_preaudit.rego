# METADATA
# scope: package
# title: The auditor has the information on controls and systems before procedures begin
# description: >-
#   Before any audit procedure, the provider sends the auditor, for every audited obligation and commitment, its
#   internal controls with indicators, measurements and benchmarks, its decision structures, IT systems, data sources
#   and explanations of algorithms, and its own analysis of risks if it made one.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art37.2.preaudit
#   article: 37(2)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   from: "2024-02-22"
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: []
#   interpretation: >-
#     The rule stands only in Art. 5(1) of Delegated Regulation 2024/436; it counts as part of the cooperation under
#     37(2) and not as an infringement of its own. Information sent on the day of the first procedure passes as sent
#     before it.
#   remediation: >-
#     Send what is missing at once, for every audited obligation, and let the auditor repeat the procedures that it
#     carried out without it.
package dsa.art37.art37_2_preaudit

import data.law

# METADATA
# title: Audit procedures began after the delegated act had entered into force
concerned if {
	input.audit.audit_procedures_started
	law.audit_act_application <= input.audit.audit_procedures_started_on
}

# METADATA
# title: The auditor did not have the information before its procedures began
breach contains "late" if not delivered_in_time

# METADATA
# title: The information did not cover every audited obligation
breach contains "incomplete" if {
	input.audit.audit_package_obligations_covered_count < input.audit.audited_obligations_count
}

delivered_in_time if {
	input.audit.audit_package_delivered
	input.audit.audit_package_delivered_on <= input.audit.audit_procedures_started_on
}
