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
#   start: section5
#   presupposes: dsa.art37.1
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
package dsa.art37.art37_1_b

import data.dsa.audits

# METADATA
# title: An audit has been completed
presupposed if input.audit.audit_performed

# METADATA
# title: The audit left out a code of conduct that the provider has signed
# custom:
#   words: [any commitments undertaken, referred to in Articles 45 and 46]
#   remediation: >-
#     Add the missing codes to the scope of the audit and have the commitments under them audited.
breach contains "code_left_out" if {
	some code in input.codes.codes_signed
	not code in input.codes.accessibility_codes_signed
	not code in input.codes.codes_signed_since_audit
	not code in input.audit.audit_scope_commitments
}

# METADATA
# title: The audit left out a crisis protocol in which the provider takes part
# custom:
#   words: [any commitments undertaken, crisis protocols referred to in Article 48]
#   remediation: >-
#     Add the missing protocols to the scope of the audit and have the commitments under them audited.
breach contains "protocol_left_out" if {
	some protocol in input.codes.crisis_protocols_joined
	not protocol in input.codes.codes_signed_since_audit
	not protocol in input.audit.audit_scope_commitments
}

# METADATA
# title: The auditor was not given the texts, commitments and data of every code
# custom:
#   words: assess compliance
#   remediation: >-
#     Hand the auditor the texts of the codes and protocols, your commitments and all measurements.
breach contains "not_supplied" if {
	audits.act_applies
	input.audit.codes_supplied_to_auditor_count < count(input.audit.audit_scope_commitments)
}

# METADATA
# title: The auditor was not given the key performance indicators
# custom:
#   words: assess compliance
#   remediation: >-
#     Hand the auditor the key performance indicators of every code and protocol in its scope.
breach contains "indicators_not_supplied" if {
	audits.act_applies
	some _ in input.audit.audit_scope_commitments
	input.codes.code_kpis_supplied == false
}
