# METADATA
# scope: package
# title: The audit rests on a written agreement
# description: >-
#   Provider and auditing organisation conclude a written agreement with the exhaustive list of what is audited, the
#   responsibilities, the ways to get at data, the timeframe and a procedure for disputes.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art37.3.agreement
#   article: 37(3)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art37.1
#   from: "2024-02-22"
#   penalty: [art52_3_or_74_1_6pct]
#   part_of: [dsa.art37.3, dsa.art37.7, dsa.art37.1]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: []
#   interpretation: >-
#     The rule stands only in Art. 7 of Delegated Regulation 2024/436; it counts as part of Art. 37 and not as an
#     infringement of its own. It is judged once audit procedures have begun.
package dsa.art37.art37_3_agreement

import data.dsa.audits

# METADATA
# title: An auditing organisation has begun its procedures
presupposed if input.audit.audit_procedures_started

# METADATA
# title: Audit procedures began after the delegated act had entered into force
concerned if audits.act_applied_on(input.audit.audit_procedures_started_on)

# METADATA
# title: There is no written agreement with the auditing organisation
# custom:
#   words: performed by organisations
#   remediation: >-
#     Conclude the agreement in writing before the audit goes on.
breach contains "none" if input.audit.audit_agreement_exists == false

# METADATA
# title: The agreement lacks a point that it must settle
# custom:
#   words: performed by organisations
#   remediation: >-
#     Add the points that are missing to the agreement.
breach contains "incomplete" if {
	input.audit.audit_agreement_exists
	some point in {"a", "b", "c", "d", "e"}
	not point in input.audit.audit_agreement_elements
}
