# METADATA
# scope: package
# title: Anyone can notify illegal content through an easy electronic mechanism
# description: >-
#   The host runs a mechanism through which any person or organisation can point it to specific items that they consider
#   illegal. It is easy to reach, friendly to those who use it, and takes notices by electronic means alone.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_16
# custom:
#   id: dsa.art16.1
#   article: 16(1)
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: [easy to access, user-friendly]
#   exceptions: >-
#     Notices that an online platform has to set aside under Art. 23(2) are left out of what should reach a review. A
#     host that Art. 23 does not bind has no such excuse.
#   interpretation: >-
#     A design that deceives or dissuades is read as not user-friendly, as the Commission did in its preliminary
#     findings of October 2025; an intake that swallows notices is read as not letting people notify. Whether people who
#     are led into a report under the terms have reached a mechanism is a reading. Numbers of steps, logins, downtime
#     and abandoned forms are evidence for the conditions of the text and decide nothing by themselves.
#   catalogue: >-
#     The catalogue counts every notice that is dropped against the host; those that Art. 23(2) orders a platform to set
#     aside are left out.
package dsa.art16.art16_1

import data.dsa.section3
import data.parameters
import data.readings

# METADATA
# title: There is no working mechanism for notices of illegal content
# custom:
#   words: put mechanisms in place
#   remediation: >-
#     Offer a form through which items can be notified as illegal, apart from reports under the terms.
breach contains "none" if input.reporting_pipeline.notice_mechanism_exists == false

# METADATA
# title: Only users of the service can send a notice
# custom:
#   words: any individual or entity
#   remediation: >-
#     Open the form to people without an account.
breach contains "users_only" if input.reporting_pipeline.notice_mechanism_open_to_nonusers == false

# METADATA
# title: The mechanism is not easy to access
# custom:
#   words: easy to access
#   remediation: >-
#     Put the entrance at the item, name it for what it is, and cut the steps that lead to it.
breach contains "hard_to_access" if input.reporting_pipeline.notice_mechanism_easy_to_access == false

# METADATA
# title: The mechanism is not user-friendly
# custom:
#   words: user-friendly
#   remediation: >-
#     Cut the steps and demands that a notice does not need, and say plainly what each is for.
breach contains "unfriendly" if input.reporting_pipeline.notice_mechanism_user_friendly == false

# METADATA
# title: The design of the mechanism deceives or dissuades those who want to notify
# custom:
#   words: user-friendly
#   remediation: >-
#     Take out what misleads or puts off those who want to notify, and test the path with people who do not know it.
breach contains "dark_patterns" if input.reporting_pipeline.notice_mechanism_dark_patterns_found

# METADATA
# title: A notice cannot be sent by electronic means alone
# custom:
#   words: exclusively by electronic means
#   remediation: >-
#     Let the whole notice, from the first step to the last, be made electronically.
breach contains "not_electronic" if input.reporting_pipeline.notice_mechanism_electronic == false

# METADATA
# title: People who want to notify illegal content are led into a report under the terms
# custom:
#   words: to allow
#   remediation: >-
#     Keep the notice of illegal content recognisable beside the report under the terms, on every path to either.
breach contains "diverted" if {
	input.reporting_pipeline.notices_diverted_into_terms_reports_found
	readings.diverted_notices == "reach_no_mechanism"
}

# METADATA
# title: Too many of the notices submitted never reach a review
# custom:
#   words: to allow
#   remediation: >-
#     Find where notices are dropped, close the gap, and compare what goes in with what arrives.
breach contains "swallowed" if {
	expected := input.reporting_pipeline.notices_submitted_count * parameters.notices_reaching_review_percent_min
	input.reporting_pipeline.notices_submitted_count > 0
	input.reporting_pipeline.notices_reaching_review_count * 100 < expected
	not set_aside_explains
}

# Art. 23(2): what came from persons warned and suspended need not be reviewed while the suspension lasts.
set_aside_explains if {
	section3.binds
	others := input.reporting_pipeline.notices_submitted_count - input.reporting_pipeline.notices_set_aside_count
	expected := others * parameters.notices_reaching_review_percent_min
	input.reporting_pipeline.notices_reaching_review_count * 100 >= expected
}

# METADATA
# title: A login stands before the form
speaks_against contains "login" if input.reporting_pipeline.notice_login_required

# METADATA
# title: The mechanism cannot be opened at the item
speaks_against contains "far_from_item" if input.reporting_pipeline.notice_mechanism_near_item == false

# METADATA
# title: The entrance does not say that it is for illegal content
speaks_against contains "unnamed" if input.reporting_pipeline.notice_mechanism_clearly_named == false

# METADATA
# title: Notices of illegal content have no path of their own
speaks_against contains "mixed" if input.reporting_pipeline.notice_channel_distinct_from_terms_report == false

# METADATA
# title: A notice takes more steps than a report under the terms
speaks_against contains "more_steps" if {
	input.reporting_pipeline.notice_steps_from_item > input.reporting_pipeline.notice_steps_terms_report
}
