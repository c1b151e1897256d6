# METADATA
# scope: package
# title: Supporting documents are handed over on request
# description: >-
#   The provider gives the documents that support its risk assessments to the Commission and to the Digital
#   Services Coordinator of establishment when they ask for them.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.3.request
#   article: 34(3)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [85]
#   presupposes: dsa.art34.1
package dsa.art34.art34_3_request

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: A request for supporting documents was not answered in full
# custom:
#   words: [upon request, communicate them]
#   remediation: >-
#     Hand over the documents that were asked for.
breach contains "unanswered" if {
	input.risk_assessment.risk_document_requests_answered_count < input.risk_assessment.risk_document_requests_count
}
