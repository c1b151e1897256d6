# METADATA
# scope: package
# title: A notice can carry name and e-mail, and needs neither for child sexual abuse
# description: >-
#   The notifier can give name and e-mail address. They are not asked for where the notice is about an offence of
#   Articles 3 to 7 of Directive 2011/93/EU, that is sexual abuse or exploitation of children.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.2.c
#   article: 16(2)(c)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 53]
#   judgement_terms: []
#   exceptions: >-
#     Notices about offences of Articles 3 to 7 of Directive 2011/93/EU need no name and no e-mail address.
#   interpretation: >-
#     A mandatory identity field for other notices is left alone: recital 53 expects the question, recital 50 says that
#     nobody must answer it.
#   presupposes: dsa.art16.1
package dsa.art16.art16_2_c

# METADATA
# title: There is a mechanism
presupposed if input.reporting_pipeline.notice_mechanism_exists

# METADATA
# title: The form has no place for the name and e-mail address of the notifier
# custom:
#   words: the name and email address
#   remediation: >-
#     Offer fields for name and e-mail address.
breach contains "no_identity_field" if input.reporting_pipeline.notice_form_identity_field == false

# METADATA
# title: Child sexual abuse cannot be notified without giving an identity
# custom:
#   words: except
#   remediation: >-
#     Let notices about the sexual abuse of children pass with both fields empty and without an account.
breach contains "no_anonymity" if input.reporting_pipeline.notice_form_csam_anonymous_allowed == false
