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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [45, 46, 47, 48]
#   judgement_terms: ["clear, plain, intelligible, user-friendly, unambiguous", easily accessible]
#   interpretation: >-
#     A readability score is evidence of clear language and decides nothing. Rules for complaints are asked for only
#     where the provider has or needs a complaint system.
#   remediation: >-
#     Complete the terms with what is missing, rewrite what people cannot understand, and publish them openly in a
#     format that software can read.
package dsa.art14.art14_1

# METADATA
# title: The terms do not name every restriction on information from recipients
breach contains "no_restrictions" if input.terms.terms_disclose_restrictions == false

# METADATA
# title: The terms do not describe the policies of content moderation
breach contains "no_policies" if input.terms.terms_disclose_moderation_policies == false

# METADATA
# title: The terms do not describe the procedures, measures and tools of content moderation
breach contains "no_procedures" if input.terms.terms_disclose_moderation_procedures_and_tools == false

# METADATA
# title: The terms do not say how algorithms decide in content moderation
breach contains "no_algorithms" if input.terms.terms_disclose_algorithmic_moderation == false

# METADATA
# title: The terms do not say how people review content
breach contains "no_human_review" if input.terms.terms_disclose_human_review == false

# METADATA
# title: The terms lack the rules of procedure of the complaint system
breach contains "no_complaint_rules" if input.terms.terms_disclose_complaint_rules == false

# METADATA
# title: The terms are not written in clear and plain language
breach contains "language" if input.terms.terms_language_clear == false

# METADATA
# title: The terms are not publicly available
breach contains "not_public" if input.terms.terms_publicly_available == false

# METADATA
# title: The terms are not easily accessible
breach contains "hard_to_access" if input.terms.terms_easily_accessible == false

# METADATA
# title: The terms are not machine readable
breach contains "not_machine_readable" if input.terms.terms_machine_readable == false
