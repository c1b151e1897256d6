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
#   rule: early
#   penalty: [art52_3_or_74_1_6pct, art52_3_1pct]
#   supervised_by: dsc_and_commission
#   recitals: [65, 77]
#   judgement_terms: [without undue delay]
#   exceptions: >-
#     Art. 19(1) keeps this paragraph for micro and small platforms. Replies under Art. 67 have rules and a cap of
#     their own.
#   remediation: >-
#     Answer the open requests with an updated figure, its calculation and proof, and leave personal data out.
package dsa.art24.art24_3

import data.parameters

# METADATA
# title: Requests for the number of recipients were not answered
breach contains "unanswered" if input.service.amar_requests_answered_count < input.service.amar_requests_count

# METADATA
# title: Requests for the calculation and its proof were not met
breach contains "unsubstantiated" if {
	substantiated := input.service.amar_requests_answered_with_substantiation_count
	substantiated < input.service.amar_requests_for_substantiation_count
}

# METADATA
# title: Half of the answers came too late
breach contains "slow" if {
	limit := parameters.median_days_amar_request_to_reply_max
	input.transparency_reports.median_days_amar_request_to_reply > limit
}

# METADATA
# title: An answer held personal data
breach contains "personal_data" if input.service.amar_reply_has_personal_data
