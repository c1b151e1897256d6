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
#   start: section5
#   presupposes: dsa.art37.1
#   from: "2024-02-22"
#   penalty: [art52_3_or_74_1_6pct]
#   part_of: [dsa.art37.2, dsa.art37.1]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: []
#   interpretation: >-
#     The rule stands only in Art. 5(1) of Delegated Regulation 2024/436; it counts as part of the cooperation under
#     37(2) and not as an infringement of its own. Information sent on the day of the first procedure passes as sent
#     before it.
package dsa.art37.art37_2_preaudit

import data.dsa.audits

# METADATA
# title: An auditing organisation has begun its procedures
presupposed if input.audit.audit_procedures_started

# METADATA
# title: Audit procedures began after the delegated act had entered into force
concerned if audits.act_applied_on(input.audit.audit_procedures_started_on)

# METADATA
# title: The auditor does not have the information although its procedures have begun
# custom:
#   words: cooperation and assistance
#   remediation: >-
#     Send the information at once, and let the auditor repeat the procedures that it carried out without it.
breach contains "never" if input.audit.audit_package_delivered == false

# METADATA
# title: The auditor had the information only after its procedures had begun
# custom:
#   words: [cooperation and assistance, "effective, efficient and timely"]
#   remediation: >-
#     Let the auditor repeat the procedures that it carried out without the information, and send it before the next
#     audit begins.
#   ended_on: audit.audit_package_delivered_on
breach contains "late" if input.audit.audit_procedures_started_on < input.audit.audit_package_delivered_on

# METADATA
# title: The information did not cover every audited obligation
# custom:
#   words: cooperation and assistance
#   remediation: >-
#     Send what is missing at once, for every audited obligation.
breach contains "incomplete" if {
	input.audit.audit_package_obligations_covered_count < input.audit.audited_obligations_count
}
