# METADATA
# scope: package
# title: The terms explain every restriction and how content is moderated, in plain language
# description: >-
#   The terms and conditions tell recipients which restrictions apply to the information they provide, by which
#   policies, procedures, measures and tools content is moderated, by algorithm and by people, and by which rules
#   complaints are handled; in clear, plain, intelligible, user-friendly and unambiguous language, public, easy to
#   reach and machine readable.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_14
# custom:
#   id: dsa.art14.1
#   article: 14(1)
#   kind: duty
#   addressee: intermediary
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [45, 46, 47, 48]
#   judgement_terms: ["clear, plain, intelligible, user-friendly, unambiguous", easily accessible]
#   interpretation: >-
#     A readability score is evidence of clear language and decides nothing.
#   exceptions: >-
#     Policies, procedures, measures and tools are described where there are any: a mere conduit that moderates nothing
#     has none. Rules of procedure are owed for a complaint system that there is.
#   catalogue: >-
#     The entry asks every intermediary for all disclosures. The paragraph speaks of any policies, procedures, measures
#     and tools, so that whoever moderates nothing owes no description of it.
package dsa.art14.art14_1

# METADATA
# title: The terms do not name every restriction on information from recipients
# custom:
#   words: any restrictions that they impose
#   remediation: >-
#     Name in the terms every restriction that is imposed, what ranks down or hides content included.
breach contains "no_restrictions" if input.terms.terms_disclose_restrictions == false

# METADATA
# title: The terms do not describe the policies of content moderation
# custom:
#   words: [any policies, used for the purpose of content moderation]
#   remediation: >-
#     Describe the policies of content moderation in the terms.
breach contains "no_policies" if {
	input.terms.terms_disclose_moderation_policies == false
	content_moderated
}

# METADATA
# title: The terms do not describe the procedures, measures and tools of content moderation
# custom:
#   words: ["procedures, measures and tools", used for the purpose of content moderation]
#   remediation: >-
#     Describe the procedures, measures and tools of content moderation in the terms.
breach contains "no_procedures" if {
	input.terms.terms_disclose_moderation_procedures_and_tools == false
	content_moderated
}

# METADATA
# title: The terms do not say how algorithms decide in content moderation
# custom:
#   words: algorithmic decision-making
#   remediation: >-
#     Say in the terms what algorithms decide in content moderation and how, or that they decide nothing.
breach contains "no_algorithms" if {
	input.terms.terms_disclose_algorithmic_moderation == false
	content_moderated
}

# METADATA
# title: The terms do not say how people review content
# custom:
#   words: human review
#   remediation: >-
#     Say in the terms where people review content and how, or that they do not.
breach contains "no_human_review" if {
	input.terms.terms_disclose_human_review == false
	content_moderated
}

# METADATA
# title: The terms lack the rules of procedure of the complaint system
# custom:
#   words: rules of procedure
#   remediation: >-
#     Add to the terms by which rules complaints are handled.
breach contains "no_complaint_rules" if {
	input.terms.terms_disclose_complaint_rules == false
	not without_complaint_system
}

# METADATA
# title: The terms are not written in clear and plain language
# custom:
#   words: "clear, plain, intelligible, user-friendly and unambiguous language"
#   remediation: >-
#     Rewrite what people cannot understand, and test the new text with some of them.
breach contains "language" if input.terms.terms_language_clear == false

# METADATA
# title: The terms are not publicly available
# custom:
#   words: publicly available
#   remediation: >-
#     Publish the terms where everybody can read them, without an account.
breach contains "not_public" if input.terms.terms_publicly_available == false

# METADATA
# title: The terms are not easily accessible
# custom:
#   words: easily accessible
#   remediation: >-
#     Link the terms from wherever people look for them.
breach contains "hard_to_access" if input.terms.terms_easily_accessible == false

# METADATA
# title: The terms are not machine readable
# custom:
#   words: machine-readable format
#   remediation: >-
#     Publish the terms in a format that software can read.
breach contains "not_machine_readable" if input.terms.terms_machine_readable == false

content_moderated if input.terms.no_content_moderated == false

# A complaint system that is owed and missing is found under Art. 20(1).
without_complaint_system if input.complaints.complaint_system_exists == false
