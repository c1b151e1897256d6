# METADATA
# scope: package
# title: What the rules on audits share
# description: >-
#   From when Delegated Regulation (EU) 2024/436, which details what Art. 37 asks of audits, binds, and when an audit
#   report is not positive, on which Arts 37(6) and 42(4)(d) turn.
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

# METADATA
# title: The latest audit report is not positive; one without an opinion is not
not_positive if input.audit.audit_overall_opinion in {"positive_with_comments", "negative", "no_opinion", "other"}
