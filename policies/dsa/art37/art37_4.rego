# METADATA
# scope: package
# title: The audit report is substantiated and complete
# description: >-
#   The provider ensures that each audit ends in a substantiated written report with the points (a) to (h) of the
#   paragraph. Where something could not be audited or no opinion given, the report explains why, Art. 37(5).
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art37.4
#   article: 37(4)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: [substantiated]
#   exceptions: >-
#     Point (h) only where the opinion is not positive. Where no opinion could be given, the reasons take its place,
#     Art. 37(5).
#   interpretation: >-
#     The template stands only in Delegated Regulation 2024/436 and binds from 22 February 2024; leaving it aside
#     counts as part of this provision and not as an infringement of its own.
#   remediation: >-
#     Have the auditor complete its report with the missing points and explanations.
package dsa.art37.art37_4

import data.law

# METADATA
# title: An audit has been completed
concerned if input.audit.audit_performed

# METADATA
# title: The audit report is not in writing or not substantiated
breach contains "unsubstantiated" if input.audit.audit_report_substantiated == false

# METADATA
# title: The audit report lacks a point that it must contain
breach contains "incomplete" if {
	some point in {"a", "b", "c", "d", "e", "f"}
	not point in input.audit.audit_report_elements
}

# METADATA
# title: The audit report contains no opinion
breach contains "no_opinion" if {
	not "g" in input.audit.audit_report_elements
	not opinion_withheld
}

# METADATA
# title: The opinion is not positive and the audit report contains no recommendations
breach contains "no_recommendations" if {
	input.audit.audit_overall_opinion in {"positive_with_comments", "negative"}
	not "h" in input.audit.audit_report_elements
}

# METADATA
# title: The audit report does not explain why something could not be audited
breach contains "unexplained" if {
	input.audit.audit_unaudited_elements_explained_count < input.audit.audit_unaudited_elements_count
}

# METADATA
# title: The audit report does not follow the template
breach contains "no_template" if {
	law.audit_act_application <= input.assessment.date
	input.audit.audit_report_uses_template == false
}

# Art. 37(5): an opinion that could not be given is replaced by an explanation.
opinion_withheld if input.audit.audit_overall_opinion == "no_opinion"
