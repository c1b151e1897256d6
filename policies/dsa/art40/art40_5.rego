# METADATA
# scope: package
# title: Amendments of a request are sought in time, on a lawful ground and with alternatives
# description: >-
#   The provider may ask for a reasoned request to be amended only within 15 days of receiving it and only because it
#   does not have access to the data or because access would lead to significant vulnerabilities in the security of
#   its service or the protection of confidential information. It proposes other ways to serve the purpose, as
#   paragraph 6 adds.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_40
# custom:
#   id: dsa.art40.5
#   article: 40(5)
#   kind: conditional_duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [96, 97, 98]
#   judgement_terms: []
#   interpretation: >-
#     The Coordinator rejects an amendment request that fails a condition. That making one is itself an infringement,
#     and not merely without effect, is a reading; the delay that follows is a matter of Art. 40(4).
package dsa.art40.art40_5

# METADATA
# title: The provider has asked for an amendment
concerned if input.data_access.amendment_requests_count > 0

# METADATA
# title: An amendment was sought later than 15 days after the request
# custom:
#   words: within 15 days
#   remediation: >-
#     Withdraw the amendment request that came late, and give access.
breach contains "late" if {
	input.data_access.amendment_requests_within_15_days_count < input.data_access.amendment_requests_count
}

# METADATA
# title: An amendment was sought on a ground that the law does not give
# custom:
#   words: [do not have access to the data, significant vulnerabilities]
#   remediation: >-
#     Withdraw the amendment request that rests on no ground of the law, and give access.
breach contains "ground" if {
	input.data_access.amendment_requests_valid_ground_count < input.data_access.amendment_requests_count
}

# METADATA
# title: An amendment was sought without proposing an alternative
# custom:
#   words: alternative means
#   remediation: >-
#     Propose to the Coordinator another way that serves the purpose, or withdraw the amendment request.
breach contains "no_alternative" if {
	input.data_access.amendment_requests_with_alternatives_count < input.data_access.amendment_requests_count
}
