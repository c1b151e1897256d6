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
#   start: section5
#   presupposes: dsa.art37.1
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
package dsa.art37.art37_4

import data.dsa.audits

# METADATA
# title: An audit has been completed
presupposed if input.audit.audit_performed

# METADATA
# title: The audit report is not in writing or not substantiated
# custom:
#   words: "substantiated, in writing"
#   remediation: >-
#     Have the auditor put its report in writing, with reasons and evidence.
breach contains "unsubstantiated" if input.audit.audit_report_substantiated == false

# METADATA
# title: The audit report lacks a point that it must contain
# custom:
#   words: shall include at least the following
#   remediation: >-
#     Have the auditor complete its report with the missing points.
breach contains "incomplete" if {
	some point in {"a", "b", "c", "d", "e", "f"}
	not point in input.audit.audit_report_elements
}

# METADATA
# title: The audit report contains no opinion
# custom:
#   words: an audit opinion
#   remediation: >-
#     Have the auditor add its opinion, or explain in the report why it cannot give one.
breach contains "no_opinion" if {
	not "g" in input.audit.audit_report_elements
	not opinion_withheld
}

# METADATA
# title: The opinion is not positive and the audit report contains no recommendations
# custom:
#   words: operational recommendations
#   remediation: >-
#     Have the auditor add operational recommendations with a timeframe.
breach contains "no_recommendations" if {
	input.audit.audit_overall_opinion in {"positive_with_comments", "negative"}
	not "h" in input.audit.audit_report_elements
}

# METADATA
# title: The audit report does not explain why something could not be audited
# custom:
#   words: explanation of the circumstances and the reasons
#   remediation: >-
#     Have the auditor explain, for each element, why it could not be audited or concluded upon.
breach contains "unexplained" if {
	input.audit.audit_unaudited_elements_explained_count < input.audit.audit_unaudited_elements_count
}

# METADATA
# title: The audit report does not follow the template
# custom:
#   words: establish an audit report
#   remediation: >-
#     Have the auditor put its report into the template.
breach contains "no_template" if {
	audits.act_applies
	input.audit.audit_report_uses_template == false
}

# METADATA
# title: A conclusion could not be reached, yet nothing is counted that could not be audited
speaks_against contains "unaudited_uncounted" if {
	"no_conclusion" in input.audit.audit_conclusions_by_obligation
	input.audit.audit_unaudited_elements_count == 0
}

# Art. 37(5): an opinion that could not be given is replaced by an explanation.
opinion_withheld if input.audit.audit_overall_opinion == "no_opinion"
