# METADATA
# scope: package
# title: Supporting documents are preserved for three years
# description: >-
#   The documents that support a risk assessment, such as those on its data and tests, are preserved for at least
#   three years after it was carried out.
# related_resources:
#   - https://eur-lex.europa.eu/eli/reg/2022/2065/oj#art_34
# custom:
#   id: dsa.art34.3
#   article: 34(3)
#   kind: duty
#   addressee: vlop_vlose
#   start: section5
#   penalty: [art52_3_or_74_1_6pct]
#   supervised_by: commission
#   recitals: [85]
#   interpretation: >-
#     A rule that lets documents go before three years have passed counts as a breach, though none may have been
#     deleted yet.
#   presupposes: dsa.art34.1
package dsa.art34.art34_3

import data.law

# METADATA
# title: There is a risk assessment
presupposed if input.risk_assessment.risk_assessment_exists

# METADATA
# title: Supporting documents are kept for less than three years
# custom:
#   words: at least three years
#   remediation: >-
#     Extend the retention of the documents to three years from each assessment.
breach contains "short" if {
	input.risk_assessment.risk_documents_retention_months < law.risk_documents_retention_months
}

# METADATA
# title: Supporting documents of the last three years can no longer be produced
# custom:
#   words: preserve the supporting documents
#   remediation: >-
#     Restore the documents that can be restored.
breach contains "missing" if input.risk_assessment.risk_documents_missing_count > 0
