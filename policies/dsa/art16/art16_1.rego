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
#   rule: general
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: dsc_and_commission
#   recitals: [50, 51, 52, 53]
#   judgement_terms: [easy to access, user-friendly]
#   interpretation: >-
#     A design that deceives or dissuades is read as not user-friendly, as the Commission did in its preliminary
#     findings of October 2025; a path that ends in a report under the terms, and an intake that swallows notices, are
#     read as not letting people notify. Numbers of steps, logins, downtime and abandoned forms are evidence for the
#     conditions of the text and decide nothing by themselves.
#   remediation: >-
#     Offer a form that anyone can reach from the item without an account, name it for what it is, cut steps that the
#     notice does not need, keep it apart from reports under the terms, and check that what goes in arrives.
package dsa.art16.art16_1

import data.parameters

# METADATA
# title: There is no working mechanism for notices of illegal content
breach contains "none" if input.reporting_pipeline.notice_mechanism_exists == false

# METADATA
# title: Only users of the service can send a notice
breach contains "users_only" if input.reporting_pipeline.notice_mechanism_open_to_nonusers == false

# METADATA
# title: A notice cannot be sent by electronic means alone
breach contains "not_electronic" if input.reporting_pipeline.notice_mechanism_electronic == false

# METADATA
# title: The mechanism is not easy to access
breach contains "hard_to_access" if input.reporting_pipeline.notice_mechanism_easy_to_access == false

# METADATA
# title: The mechanism is not user-friendly
breach contains "unfriendly" if input.reporting_pipeline.notice_mechanism_user_friendly == false

# METADATA
# title: The design of the mechanism deceives or dissuades those who want to notify
breach contains "dark_patterns" if input.reporting_pipeline.notice_mechanism_dark_patterns_found

# METADATA
# title: People who want to notify illegal content are led into a report under the terms
breach contains "diverted" if input.reporting_pipeline.notices_diverted_into_terms_reports_found

# METADATA
# title: Too many of the notices submitted never reach a review
breach contains "swallowed" if {
	input.reporting_pipeline.notices_submitted_count > 0
	expected := input.reporting_pipeline.notices_submitted_count * parameters.notices_reaching_review_percent_min
	input.reporting_pipeline.notices_reaching_review_count * 100 < expected
}
