# METADATA
# scope: package
# title: The audit opinion uses the three words and follows from the conclusions
# description: >-
#   The opinion on each kind of audited obligation is positive, positive with comments or negative, each conclusion
#   uses the same words, and the opinion is no better than the conclusions allow.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art37.4.g
#   article: 37(4)(g)
#   kind: duty
#   addressee: vlop_vlose
#   rule: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: []
#   exceptions: >-
#     Where no conclusion or opinion was possible the report explains why, Art. 37(5); neither is one of the three
#     words.
#   interpretation: >-
#     That each conclusion uses the three words, and how conclusions add up to an opinion, stands in Art. 8 of
#     Delegated Regulation 2024/436 and binds from 22 February 2024.
#   remediation: >-
#     Have the auditor correct the opinion so that it follows from its conclusions.
package dsa.art37.art37_4_g

import data.law

# METADATA
# title: An audit has been completed
concerned if input.audit.audit_performed

# METADATA
# title: The opinion uses other words than the three of the law
breach contains "other_words" if input.audit.audit_overall_opinion == "other"

# METADATA
# title: A conclusion on an obligation uses other words than the three of the law
breach contains "conclusion_in_other_words" if {
	audit_act_applies
	"other" in input.audit.audit_conclusions_by_obligation
}

# METADATA
# title: The opinion is not negative although a conclusion is
breach contains "negative_hidden" if {
	audit_act_applies
	"negative" in input.audit.audit_conclusions_by_obligation
	input.audit.audit_overall_opinion in {"positive", "positive_with_comments"}
}

# METADATA
# title: The opinion is positive although a conclusion has comments
breach contains "comments_hidden" if {
	audit_act_applies
	"positive_with_comments" in input.audit.audit_conclusions_by_obligation
	input.audit.audit_overall_opinion == "positive"
}

# METADATA
# title: The opinion is negative although no conclusion is
breach contains "negative_without_ground" if {
	audit_act_applies
	input.audit.audit_overall_opinion == "negative"
	not "negative" in input.audit.audit_conclusions_by_obligation
}

# METADATA
# title: The opinion has comments although no conclusion has
breach contains "comments_without_ground" if {
	audit_act_applies
	input.audit.audit_overall_opinion == "positive_with_comments"
	not "positive_with_comments" in input.audit.audit_conclusions_by_obligation
}

# Art. 8 of Delegated Regulation 2024/436 says how conclusions add up to an opinion.
audit_act_applies if law.audit_act_application <= input.assessment.date
