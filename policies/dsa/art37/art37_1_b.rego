# METADATA
# scope: package
# title: Commitments under codes of conduct and crisis protocols are audited
# description: >-
#   The yearly audit also covers the commitments that the provider has taken under codes of conduct of Arts 45 and 46
#   and crisis protocols of Art. 48. The auditor gets their texts, the commitments, the indicators and the data.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art37.1.b
#   article: 37(1)(b)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: []
#   exceptions: >-
#     Codes of conduct for accessibility under Art. 47 are not named. Codes outside Arts 45 and 46 are none in this
#     sense.
#   interpretation: >-
#     What the auditor must be given stands only in Art. 17 of Delegated Regulation 2024/436, which binds from 22
#     February 2024; it counts as part of this provision and not as an infringement of its own.
#   remediation: >-
#     Add the missing codes and protocols to the scope of the audit and hand their texts, your commitments, the
#     indicators and all measurements to the auditor.
package dsa.art37.art37_1_b

import data.law

# METADATA
# title: An audit has been completed
concerned if input.audit.audit_performed

# METADATA
# title: The audit left out a code of conduct that the provider has signed
breach contains "code_left_out" if {
	some code in input.codes.codes_signed
	not code in input.codes.accessibility_codes_signed
	not code in input.codes.codes_signed_since_audit
	not code in input.audit.audit_scope_commitments
}

# METADATA
# title: The audit left out a crisis protocol in which the provider takes part
breach contains "protocol_left_out" if {
	some protocol in input.codes.crisis_protocols_joined
	not protocol in input.codes.codes_signed_since_audit
	not protocol in input.audit.audit_scope_commitments
}

# METADATA
# title: The auditor was not given the texts, commitments and data of every code
breach contains "not_supplied" if {
	audit_act_applies
	input.audit.codes_supplied_to_auditor_count < count(input.audit.audit_scope_commitments)
}

# METADATA
# title: The auditor was not given the key performance indicators
breach contains "indicators_not_supplied" if {
	audit_act_applies
	some _ in input.audit.audit_scope_commitments
	input.codes.code_kpis_supplied == false
}

# Art. 17 of Delegated Regulation 2024/436 says what the auditor gets.
audit_act_applies if law.audit_act_application <= input.assessment.date
