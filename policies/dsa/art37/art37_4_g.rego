# METADATA
# scope: package
# title: The audit opinion uses the three words and follows from the conclusions
# description: >-
#   The opinion on each kind of audited obligation is positive, positive with comments or negative, each conclusion
#   uses the same words, and the opinion is no better and no worse than the conclusions allow.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_37
#   - https://eur-lex.europa.eu/eli/reg_del/2024/436/oj
# custom:
#   id: dsa.art37.4.g
#   article: 37(4)(g)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   presupposes: dsa.art37.1
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [92, 93]
#   judgement_terms: []
#   exceptions: >-
#     Where no conclusion or opinion was possible the report explains why, Art. 37(5); neither is one of the three
#     words.
#   interpretation: >-
#     That each conclusion uses the three words, and how conclusions add up to an opinion, stands in Art. 8 of
#     Delegated Regulation 2024/436 and binds from 22 February 2024. An opinion is positive only if all conclusions
#     are: one that could not be reached is none. That an opinion could not be given needs its reason at any time,
#     Art. 37(5).
#   catalogue: >-
#     The catalogue let an opinion be positive beside a conclusion that could not be reached, and an opinion be withheld
#     without a word.
package dsa.art37.art37_4_g

import data.dsa.audits

# METADATA
# title: An audit has been completed
presupposed if input.audit.audit_performed

# METADATA
# title: The opinion uses other words than the three of the law
# custom:
#   words: "namely 'positive', 'positive with comments' or 'negative'"
#   remediation: >-
#     Have the auditor give its opinion in one of the three words.
breach contains "other_words" if input.audit.audit_overall_opinion == "other"

# METADATA
# title: No opinion is given, and the report does not explain why
# custom:
#   words: an audit opinion
#   remediation: >-
#     Have the auditor explain in the report why it could not give an opinion, or give one.
breach contains "withheld_without_reason" if {
	input.audit.audit_overall_opinion == "no_opinion"
	input.audit.audit_unaudited_elements_explained_count < input.audit.audit_unaudited_elements_count
}

# METADATA
# title: A conclusion on an obligation uses other words than the three of the law
# custom:
#   words: "namely 'positive', 'positive with comments' or 'negative'"
#   remediation: >-
#     Have the auditor put each conclusion in one of the three words.
breach contains "conclusion_in_other_words" if {
	audits.act_applies
	"other" in input.audit.audit_conclusions_by_obligation
}

# METADATA
# title: The opinion is not negative although a conclusion is
# custom:
#   words: complied with the obligations and with the commitments
#   remediation: >-
#     Have the auditor correct the opinion so that it follows from its conclusions.
breach contains "negative_hidden" if {
	audits.act_applies
	"negative" in input.audit.audit_conclusions_by_obligation
	input.audit.audit_overall_opinion in {"positive", "positive_with_comments"}
}

# METADATA
# title: The opinion is positive although a conclusion has comments
# custom:
#   words: complied with the obligations and with the commitments
#   remediation: >-
#     Have the auditor correct the opinion so that it follows from its conclusions.
breach contains "comments_hidden" if {
	audits.act_applies
	"positive_with_comments" in input.audit.audit_conclusions_by_obligation
	input.audit.audit_overall_opinion == "positive"
}

# METADATA
# title: The opinion is positive although a conclusion in the three words is missing
# custom:
#   words: complied with the obligations and with the commitments
#   remediation: >-
#     Have the auditor reach the missing conclusion, or withdraw the positive opinion.
breach contains "inconclusive_hidden" if {
	audits.act_applies
	some missing in {"no_conclusion", "other"}
	missing in input.audit.audit_conclusions_by_obligation
	input.audit.audit_overall_opinion == "positive"
}

# METADATA
# title: The opinion is positive although no conclusion is
# custom:
#   words: complied with the obligations and with the commitments
#   remediation: >-
#     Have the auditor correct the opinion so that it follows from its conclusions.
breach contains "positive_without_ground" if {
	audits.act_applies
	input.audit.audit_overall_opinion == "positive"
	not "positive" in input.audit.audit_conclusions_by_obligation
}

# METADATA
# title: The opinion is negative although no conclusion is
# custom:
#   words: complied with the obligations and with the commitments
#   remediation: >-
#     Have the auditor correct the opinion so that it follows from its conclusions.
breach contains "negative_without_ground" if {
	audits.act_applies
	input.audit.audit_overall_opinion == "negative"
	not "negative" in input.audit.audit_conclusions_by_obligation
}

# METADATA
# title: The opinion has comments although no conclusion has
# custom:
#   words: complied with the obligations and with the commitments
#   remediation: >-
#     Have the auditor correct the opinion so that it follows from its conclusions.
breach contains "comments_without_ground" if {
	audits.act_applies
	input.audit.audit_overall_opinion == "positive_with_comments"
	not "positive_with_comments" in input.audit.audit_conclusions_by_obligation
}
