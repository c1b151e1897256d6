# METADATA
# scope: package
# title: The rules on how audits are performed
# description: >-
#   From when Delegated Regulation (EU) 2024/436, which details what Art. 37 asks of audits, binds.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
package dsa.audits

import data.law

# METADATA
# title: The delegated act on audits is in force on the assessment date
act_applies if act_applied_on(input.assessment.date)

# METADATA
# title: The delegated act on audits was in force on a day
act_applied_on(day) if law.audit_act_application <= day
