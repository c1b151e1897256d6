# METADATA
# scope: package
# title: The auditor has proven expertise, objectivity and ethics
# description: >-
#   The auditing organisation has proven expertise in risk management, technical competence and capabilities, and
#   proven objectivity and professional ethics, based in particular on codes of practice or standards.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art37.3.bc
#   article: 37(3)(b) and (c)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art37.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: [proven]
package dsa.art37.art37_3_bc

# METADATA
# title: An auditing organisation has begun its procedures
presupposed if input.audit.audit_procedures_started

# METADATA
# title: The expertise of the auditor in risk management and technology is not proven
# custom:
#   words: [proven expertise, technical competence and capabilities]
#   remediation: >-
#     Get the missing proof from the auditing organisation, or have the audit done by one that can give it.
breach contains "expertise" if input.audit.auditor_expertise_evidence == false

# METADATA
# title: The objectivity and ethics of the auditor are not proven
# custom:
#   words: proven objectivity and professional ethics
#   remediation: >-
#     Get the missing proof from the auditing organisation, or have the audit done by one that can give it.
breach contains "ethics" if input.audit.auditor_ethics_proven == false
