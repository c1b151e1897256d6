# METADATA
# scope: package
# title: Authorities get the up-to-date number of recipients on request, with its substantiation
# description: >-
#   On request the provider gives the Digital Services Coordinator of establishment and the Commission, without undue
#   delay, the number of recipients updated to the moment of the request and, if asked, explains and substantiates it;
#   without personal data.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_24
# custom:
#   id: dsa.art24.3
#   article: 24(3)
#   kind: duty
#   addressee: online_platform
#   addressee_also: [online_search_engine]
#   start: early
#   penalty: [art52_3_or_74_1_6pct, art52_3_1pct]
#   supervised_by: dsc_and_commission
#   recitals: [65, 77]
#   judgement_terms: [without undue delay]
#   exceptions: >-
#     Art. 19(1) keeps this paragraph for micro and small platforms. Replies under Art. 67 have rules and a cap of
#     their own.
package dsa.art24.art24_3

import data.parameters

# METADATA
# title: Requests for the number of recipients were not answered
# custom:
#   words: communicate
#   remediation: >-
#     Answer the open requests with a figure brought up to the moment of the request.
breach contains "unanswered" if input.service.amar_requests_answered_count < input.service.amar_requests_count

# METADATA
# title: Requests for the calculation and its proof were not met
# custom:
#   words: explanations and substantiation
#   remediation: >-
#     Explain the calculation to whoever asked, and prove the data used.
breach contains "unsubstantiated" if {
	substantiated := input.service.amar_requests_answered_with_substantiation_count
	substantiated < input.service.amar_requests_for_substantiation_count
}

# METADATA
# title: Half of the answers came too late
# custom:
#   words: without undue delay
#   remediation: >-
#     Keep the figure and its calculation ready, so that an answer takes days and not weeks.
breach contains "slow" if {
	limit := parameters.median_days_amar_request_to_reply_max
	input.transparency_reports.median_days_amar_request_to_reply > limit
}

# METADATA
# title: The slowest answer came too late
# custom:
#   words: without undue delay
#   remediation: >-
#     Keep the figure and its calculation ready, so that no answer waits for a new count.
breach contains "slow_tail" if {
	input.transparency_reports.longest_days_amar_request_to_reply_measured
	limit := parameters.longest_days_amar_request_to_reply_max
	input.transparency_reports.longest_days_amar_request_to_reply > limit
}

# METADATA
# title: An answer held personal data
# custom:
#   words: shall not include personal data
#   remediation: >-
#     Tell the authority which data should not have been sent, and leave personal data out.
breach contains "personal_data" if input.service.amar_reply_has_personal_data

# METADATA
# title: How long the slowest answer took was not measured, so that the median decides
speaks_against contains "tail_unmeasured" if {
	input.transparency_reports.longest_days_amar_request_to_reply_measured == false
}
